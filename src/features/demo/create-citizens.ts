import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { insertAccounts } from './create-accounts.ts';
import { inventedPerson } from './create-invented-person.ts';

const atOnce = 5_000;

/** Address of the n-th of the many citizens made for load generators. */
export function demoCitizenEmail(n: number): string {
  return `citizen-${n}@demo.example`;
}

/** Adds the verified citizens that are missing up to `count`, all with one password; answers how many were added. */
export async function createCitizens(
  tx: Tx,
  request: { count: number; secrets: Secrets; passwordHash: () => Promise<string>; now: Temporal.Instant },
): Promise<number> {
  const { count, secrets, now } = request;
  const { rows } = await sql<{ present: number }>`
    SELECT count(*)::int AS present FROM account WHERE demo AND email LIKE 'citizen-%@demo.example'`.execute(tx);
  const present = rows[0]?.present ?? 0;
  if (present >= count) return 0;
  const passwordHash = await request.passwordHash();
  for (let first = present + 1; first <= count; first += atOnce) {
    const length = Math.min(atOnce, count - first + 1);
    const people = Array.from({ length }, (_, index) => ({
      ...inventedPerson(first + index),
      email: demoCitizenEmail(first + index),
      office: null,
      language: 'it' as const,
    }));
    await insertAccounts(tx, { people, secrets, passwordHash, now });
  }
  return count - present;
}
