import { cieOidcFaults, expiringCertificates } from '#features/federation/index.ts';
import { seatFaults } from '#features/booking/index.ts';
import { returnFaults, stuckMessages } from '#features/notifications/index.ts';
import { modelFaults } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { pendingMigrations } from '#platform/migrate.ts';
import { createDeps } from '../create-deps.ts';

/** `doctor`: says what is wrong with the database, one line each, and ends with 1 when anything is. It changes nothing. */
export async function doctorCommand(): Promise<void> {
  const { deps, close } = createDeps('command');
  try {
    const faults = await findFaults(deps);
    process.stdout.write(faults.length > 0 ? faults.map((fault) => `${fault}\n`).join('') : 'Nothing is wrong.\n');
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await close();
  }
}

/** Missing migrations, slots whose seats do not add up, messages that nobody sends, e-mail that would come back unnoticed, what is missing in federations or will end there, models of photos that are not the ones tried: each in a sentence. */
export async function findFaults(deps: Pick<Deps, 'db' | 'clock' | 'config' | 'log' | 'secrets'>): Promise<string[]> {
  const { db, clock, config } = deps;
  const pending = await pendingMigrations(db);
  // The other questions are about tables that may not be there yet.
  if (pending.length > 0) return pending.map((name) => `Migration ${name} is missing: run turno migrate.`);
  const seats = (await seatFaults(db)).map(
    ({ slotId, taken, claimed, capacity }) =>
      `Slot ${slotId} counts ${taken} of ${capacity} seats as taken; holds and bookings have ${claimed}.`,
  );
  const stuck = await stuckMessages(db, clock.now());
  const messages =
    stuck > 0
      ? [`Messages that wait although they are due: ${stuck}. Is the worker running, and TURNO_SMTP_URL set?`]
      : [];
  const federations = [...(await expiringCertificates(deps, clock.now())), ...(await cieOidcFaults(deps))];
  return [...seats, ...messages, ...(await returnFaults(config)), ...federations, ...(await modelFaults())];
}
