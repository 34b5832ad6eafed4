import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { type ChainedEntry, entryColumns, linkHash } from './content.ts';
import { type Head, hashAt, headInWords, isSigned, lastHead, signHead } from './head.ts';

/** The chain is not as it was left: somebody has written in it who is not the program. */
export class BrokenChain extends Error {}

/**
 * Chains what was written since, in the order of its numbers as far as it is committed. One process at a time; the
 * others do nothing meanwhile. `noted` is a head known from before, which must still be in the chain.
 *
 * @throws BrokenChain rather than going on from a forged or shortened end
 */
export async function linkEntries(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  request: { now: Temporal.Instant; most: number; noted?: Head | undefined },
): Promise<{ linked: number; head: Head }> {
  const { now, most, noted } = request;
  return transact(db, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('turno audit chain'))`.execute(tx);
    const last = await lastHead(tx);
    const isWhole = last.seq === 0 || (last.signature !== null && isSigned(secrets, last, last.kind, last.signature));
    if (!isWhole) throw new BrokenChain(`the audit log ends at ${headInWords(last)}, which was not signed here`);
    const known = noted && (await hashAt(tx, noted.seq));
    if (noted && known !== 'cut' && !known?.equals(noted.hash))
      throw new BrokenChain(`the audit log no longer has ${headInWords(noted)}, which it had`);
    const { rows } = await sql<ChainedEntry>`
      SELECT ${entryColumns} FROM audit_unlinked u JOIN audit_entry e ON e.id = u.entry_id
      ORDER BY e.id LIMIT ${most}`.execute(tx);
    if (rows.length === 0) return { ok: true, linked: 0, head: { seq: last.seq, hash: last.hash } };
    // As the database keeps it, to the microsecond.
    const linkedAt = Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds);
    const links: { seq: number; entryId: string; hash: Buffer }[] = [];
    let head: Head = last;
    for (const entry of rows) {
      const seq = head.seq + 1;
      head = { seq, hash: linkHash(head.hash, { seq, linkedAt }, entry) };
      links.push({ ...head, entryId: entry.entryId });
    }
    const signature = signHead(secrets, head, 'link');
    await sql`
      INSERT INTO audit_link (seq, entry_id, linked_at, hash, signature)
      SELECT l.seq, l.entry_id, ${linkedAt}, decode(l.hash, 'hex'), CASE WHEN l.seq = ${head.seq} THEN ${signature} END
      FROM unnest(${links.map(({ seq }) => seq)}::bigint[], ${links.map(({ entryId }) => entryId)}::bigint[],
                  ${links.map(({ hash }) => hash.toString('hex'))}::text[]) AS l (seq, entry_id, hash)`.execute(tx);
    await sql`DELETE FROM audit_unlinked WHERE entry_id = ANY (${links.map(({ entryId }) => entryId)}::bigint[])`.execute(
      tx,
    );
    return { ok: true, linked: links.length, head };
  });
}
