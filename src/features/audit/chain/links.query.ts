import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { ChainFault } from './chain-fault.ts';
import { type ChainedEntry, entryColumns } from './content.ts';
import type { Head } from './head.ts';

/** A link with the entry it is about, null where that is gone. */
export interface ReadLink extends Head {
  readonly entryId: string;
  readonly linkedAt: Temporal.Instant;
  readonly signature: string | null;
  readonly entry: ChainedEntry | null;
}

const aRound = 5_000;

/** Every link after one, in their order. */
export async function* linksFrom(tx: Tx, after: number, upTo: number): AsyncGenerator<ReadLink> {
  type Row = ChainedEntry & {
    seq: string;
    linkOf: string;
    linkedAt: Temporal.Instant;
    hash: Buffer;
    signature: string | null;
  };
  for (let seen = after, rows: Row[] = []; seen === after || rows.length === aRound; ) {
    const found = await sql<Row>`
      SELECT l.seq, l.entry_id AS "linkOf", l.linked_at AS "linkedAt", l.hash, l.signature, ${entryColumns}
      FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
      WHERE l.seq > ${seen} AND l.seq <= ${upTo} ORDER BY l.seq LIMIT ${aRound}`.execute(tx);
    ({ rows } = found);
    if (rows.length === 0) return;
    for (const { seq, linkOf, linkedAt, hash, signature, ...entry } of rows) {
      seen = Number(seq);
      // The entry's own columns are null together.
      const isThere = (entry.entryId as string | null) !== null;
      yield { seq: seen, hash: Buffer.from(hash), entryId: linkOf, linkedAt, signature, entry: isThere ? entry : null };
    }
  }
}

export async function lastCut(tx: Tx): Promise<(Head & { signature: string; cutAt: Temporal.Instant }) | undefined> {
  const { rows } = await sql<{ seq: string; hash: Buffer; signature: string; cutAt: Temporal.Instant }>`
    SELECT seq, hash, signature, cut_at AS "cutAt" FROM audit_cut ORDER BY seq DESC LIMIT 1`.execute(tx);
  return rows[0] && { ...rows[0], seq: Number(rows[0].seq), hash: Buffer.from(rows[0].hash) };
}

/** Entries are chained within seconds; a worker may be away for a while. */
const patience = Temporal.Duration.from({ minutes: 10 });

/** Entries outside the chain, and what should have entered it and is gone. */
export async function looseEntries(tx: Tx, now: Temporal.Instant): Promise<{ faults: ChainFault[]; waiting: number }> {
  const { rows: outside } = await sql<{ entryId: string; at: Temporal.Instant }>`
    SELECT id AS "entryId", at FROM audit_entry e
    WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id) ORDER BY id LIMIT 10000`.execute(tx);
  const { rows: gone } = await sql<{ entryId: string }>`
    SELECT entry_id AS "entryId" FROM audit_unlinked u
    WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = u.entry_id) ORDER BY entry_id LIMIT 100`.execute(tx);
  const late = outside.filter(({ at }) => Temporal.Instant.compare(at.add(patience), now) < 0);
  return {
    faults: [
      ...late.map(({ entryId, at }) => ({ kind: 'unlinked' as const, seq: null, entryId, since: at })),
      ...gone.map(({ entryId }) => ({ kind: 'removed-unlinked' as const, seq: null, entryId, since: null })),
    ],
    waiting: outside.length - late.length,
  };
}
