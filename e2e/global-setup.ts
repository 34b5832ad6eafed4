import type { TestProject } from 'vitest/node';
import { startTurno, temporaryData } from '#test/running-turno.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Turno of the journeys is, without a final slash. */
    turnoAddress: string;
    turnoData: string;
  }
}

/** One Turno with the demo set for all journeys; TEST_TURNO_ADDRESS uses one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_TURNO_ADDRESS;
  if (given !== undefined) {
    project.provide('turnoAddress', given.replace(/\/$/, ''));
    project.provide('turnoData', process.env.TURNO_DATA ?? '');
    return undefined;
  }
  const { dataFolder, remove } = await temporaryData();
  // Journeys log in many times from one address.
  const turno = await startTurno({ dataFolder, env: { TURNO_LIMITS: 'off' } });
  project.provide('turnoAddress', turno.address);
  project.provide('turnoData', dataFolder);
  return async () => {
    await turno.stop();
    await remove();
  };
}
