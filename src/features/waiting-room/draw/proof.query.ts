import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { rulesHashOf } from './draw-rules.ts';
import type { Proof } from './proof.ts';

interface ProofRow {
  readonly code: string;
  readonly rules: string;
  readonly commitment: string;
  readonly publicKey: string;
  readonly announcedAt: Temporal.Instant;
  readonly announcedSignature: string;
  readonly closedAt: Temporal.Instant | null;
  readonly listed: number | null;
  readonly listRoot: string | null;
  readonly closedSignature: string | null;
  readonly list: string | null;
  readonly seed: string | null;
  readonly publicValue: string | null;
  readonly drawnAt: Temporal.Instant | null;
  readonly drawnSignature: string | null;
  readonly places: number[] | null;
  readonly cancelledAt: Temporal.Instant | null;
}

/** All that is public of the draw of a room; undefined where nothing is promised under this code. */
export async function proofOf(db: Db | Tx, code: string): Promise<Proof | undefined> {
  const { rows } = await sql<ProofRow>`
    SELECT r.code, d.rules, d.commitment, d.public_key AS "publicKey", d.announced_at AS "announcedAt",
           d.announced_signature AS "announcedSignature", d.closed_at AS "closedAt", d.listed, d.list_root AS "listRoot",
           d.closed_signature AS "closedSignature", d.list, d.seed, d.public_value AS "publicValue", d.drawn_at AS "drawnAt",
           d.drawn_signature AS "drawnSignature", d.places, CASE WHEN r.outcome = 'cancelled' THEN r.ended_at END AS "cancelledAt"
    FROM draw d JOIN room r ON r.id = d.room_id WHERE r.code = ${code}`.execute(db);
  return rows[0] && written(rows[0]);
}

function written(row: ProofRow): Proof {
  const { closedAt, listed, listRoot, closedSignature, list, drawnAt, drawnSignature, places } = row;
  return {
    format: 'turno-draw-proof-1',
    room: row.code,
    rules: row.rules,
    rulesHash: rulesHashOf(row.rules),
    commitment: row.commitment,
    publicKey: row.publicKey,
    announced: { at: row.announcedAt.toString(), signature: row.announcedSignature },
    closed:
      closedAt && listed !== null && listRoot !== null && closedSignature !== null && list !== null
        ? { at: closedAt.toString(), participants: listed, listRoot, signature: closedSignature, list }
        : null,
    seed: row.seed,
    publicValue: row.publicValue,
    drawn:
      drawnAt && drawnSignature !== null && places
        ? { at: drawnAt.toString(), signature: drawnSignature, places }
        : null,
    cancelled: row.cancelledAt?.toString() ?? null,
  };
}
