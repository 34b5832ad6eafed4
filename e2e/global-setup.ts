import type { TestProject } from 'vitest/node';
import { startTurno, temporaryData } from '#test/running-turno.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A Turno for each of the files that run side by side: `steps/this-turno.ts` says which is whose. */
    turnos: readonly { readonly address: string; readonly dataFolder: string }[];
  }
}

/** How many files of journeys run side by side, each against a Turno of its own, since some of them count what is there. */
const sideBySide = Number(process.env.TURNO_SIDE_BY_SIDE ?? 1);

/** Turnos with the demo set for all journeys; TEST_TURNO_ADDRESS uses one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_TURNO_ADDRESS;
  if (given !== undefined) {
    project.provide('turnos', [{ address: given.replace(/\/$/, ''), dataFolder: process.env.TURNO_DATA ?? '' }]);
    return undefined;
  }
  const turnos = await Promise.all(Array.from({ length: sideBySide }, startOne));
  project.provide(
    'turnos',
    turnos.map(({ address, dataFolder }) => ({ address, dataFolder })),
  );
  return async () => {
    await Promise.all(turnos.map(({ end }) => end()));
  };
}

async function startOne() {
  const { dataFolder, remove } = await temporaryData();
  // Journeys log in many times from one address, and a machine that is busy with other things sheds nothing.
  const turno = await startTurno({ dataFolder, env: { TURNO_LIMITS: 'off', TURNO_SHED_DELAY: '60000' } });
  return {
    address: turno.address,
    dataFolder,
    end: async () => {
      await turno.stop();
      await remove();
    },
  };
}
