import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { languageOrItalian } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { joinList } from '../waiting-list/join.ts';
import { tellRegistrations } from './tell-registration.ts';
import { type KeptWishes, readKept } from './wishes-kept.ts';

const most = 200;

interface Undrawn {
  readonly number: number;
  readonly accountId: number | null;
  readonly offeringIds: readonly number[];
  readonly kept: KeptWishes;
  readonly language: string;
}

/** Puts those who were not drawn and asked for it on the waiting list, in the order drawn; then each is told. */
export async function handOver(deps: Deps, roomId: number): Promise<void> {
  for (;;) {
    const waiting = await undrawn(deps.db, roomId);
    for (const registration of waiting) await handOverOne(deps, roomId, registration);
    if (waiting.length < most) return;
  }
}

async function undrawn(db: Db, roomId: number): Promise<Undrawn[]> {
  const { rows } = await sql<Undrawn>`
    SELECT g.number, g.account_id AS "accountId", g.offering_ids AS "offeringIds", g.wishes AS kept, t.language
    FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
    WHERE g.room_id = ${roomId} AND g.state = 'not-drawn' AND g.wants_waiting AND g.waiting IS NULL
    ORDER BY g.place LIMIT ${most}`.execute(db);
  return rows;
}

async function handOverOne({ db, secrets, clock }: Deps, roomId: number, registration: Undrawn): Promise<void> {
  const { number, accountId, offeringIds, kept } = registration;
  const now = clock.now();
  const [offeringId, ...others] = offeringIds;
  const note = async (tx: Tx, waiting: string) => {
    const noted = await tx
      .updateTable('registration')
      .set({ waiting })
      .where('room_id', '=', roomId)
      .where('number', '=', number)
      .where('waiting', 'is', null)
      .returning('number')
      .executeTakeFirst();
    if (noted) await tellRegistrations(tx, { kind: 'registration-not-drawn', who: [{ roomId, number }], at: now });
    return noted !== undefined;
  };
  const joining = { wishes: readKept(kept), language: languageOrItalian(registration.language), now };
  const outcome =
    accountId === null || offeringId === undefined
      ? ({ ok: false, reason: 'no-waiting-list' } as const)
      : await transact(db, async (tx) => {
          const joined = await join(tx, { accountId, offeringId, others });
          // Another worker was faster: nothing of this is kept.
          if (joined.ok && !(await note(tx, 'joined'))) return { ok: false, reason: 'done' } as const;
          return joined;
        });
  if (!outcome.ok && outcome.reason !== 'done')
    await transact(db, async (tx) => ({ ok: await note(tx, outcome.reason) }));

  /** At the other offices too, where they keep a list as well. */
  async function join(tx: Tx, at: { accountId: number; offeringId: number; others: readonly number[] }) {
    const joined = await joinList(tx, secrets, { ...joining, ...at });
    return joined.ok || joined.reason !== 'unknown-office'
      ? joined
      : joinList(tx, secrets, { ...joining, ...at, others: [] });
  }
}
