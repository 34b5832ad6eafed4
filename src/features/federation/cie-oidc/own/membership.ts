import { z } from 'zod';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import '../tables.ts';
import { ownKeys } from './own-keys.ts';
import { trustAnchor } from './trust-anchor.ts';
import { trustMark } from './trust-marks.ts';

const parts = {
  keys: ownKeys.optional(),
  'trust-anchor': trustAnchor.optional(),
  'trust-marks': z.array(trustMark).default([]),
};
const membershipSchema = z.object(parts);

/** What makes us one of the federation. Kept with the rest of the data, so that all machines and every backup have it. */
export type Membership = z.infer<typeof membershipSchema>;

export async function readMembership(db: Db | Tx, { secrets }: Pick<Deps, 'secrets'>): Promise<Membership> {
  const rows = await db.selectFrom('cie_membership').select(['part', 'content_cipher as cipher']).execute();
  const content = rows.map(({ part, cipher }) => [part, JSON.parse(secrets.decrypt(cipher)) as unknown]);
  return membershipSchema.parse(Object.fromEntries(content));
}

export async function keepMembership<Part extends keyof Membership>(
  db: Db | Tx,
  { secrets }: Pick<Deps, 'secrets'>,
  { part, content, now }: { part: Part; content: NonNullable<Membership[Part]>; now: Temporal.Instant },
): Promise<void> {
  const row = { content_cipher: secrets.encrypt(JSON.stringify(content)), changed_at: now };
  await db
    .insertInto('cie_membership')
    .values({ part, ...row })
    .onConflict((conflict) => conflict.column('part').doUpdateSet(row))
    .execute();
}
