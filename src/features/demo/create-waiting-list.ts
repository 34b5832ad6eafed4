import { sql } from 'kysely';
import { joinList, offerByHand, saveList, seatsToOffer, type Wishes } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

const anyTime: Wishes = {
  party: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromDay: null,
  toDay: null,
  fromTime: null,
  toTime: null,
};

const entries: readonly { mailbox: string; daysAgo: number; wishes: Wishes }[] = [
  { mailbox: 'anna.bernardi', daysAgo: 19, wishes: anyTime },
  {
    mailbox: 'diego.moretti',
    daysAgo: 12,
    wishes: { ...anyTime, weekdays: [1, 5], toTime: Temporal.PlainTime.from('11:00') },
  },
  { mailbox: 'sofia.romani', daysAgo: 1, wishes: anyTime },
];

/** A list for driving licences in London and Manchester: some people wait, and the first is offered a seat. */
export async function createWaitingList(deps: Deps): Promise<void> {
  const { db, secrets } = deps;
  const now = deps.clock.now();
  const { rows } = await sql<{ id: number; code: string }>`
    UPDATE offering o SET waiting_list = true FROM office f
    WHERE f.id = o.office_id AND f.code IN ('cons-london', 'cons-manchester') AND o.service_code = 'driving-licence' AND o.active
    RETURNING o.id, f.code`.execute(db);
  const offeringId = rows.find(({ code }) => code === 'cons-london')?.id;
  if (offeringId === undefined) return;
  for (const { mailbox, daysAgo, wishes } of entries) {
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('email', '=', `${mailbox}@demo.example`)
      .executeTakeFirst();
    if (account === undefined) continue;
    const joined = now.subtract({ hours: 24 * daysAgo });
    const request = { accountId: account.id, offeringId, wishes, others: [], language: 'it', now: joined } as const;
    await transact(db, (tx) => joinList(tx, secrets, request));
  }
  await transact(db, async (tx) => {
    const text = {
      it: 'Di solito si liberano tre o quattro posti a settimana.',
      en: 'Usually three or four seats a week become free.',
    };
    await saveList(tx, { offeringId, open: true, text, offerHours: 48, mostLapses: 2, leastHours: 12 });
    return { ok: true };
  });
  const [seat] = await seatsToOffer(db, { offeringId, from: now.add({ hours: 9 * 24 }), most: 1 });
  const admin = await sql<{ id: number }>`
    SELECT account_id AS id FROM account_role WHERE role = 'network-admin' LIMIT 1`.execute(db);
  const operatorId = admin.rows[0]?.id;
  if (seat === undefined || operatorId === undefined) return;
  const reason = 'Posto restituito per telefono';
  const keep = async () => undefined;
  await offerByHand(deps, { offeringId, slotId: seat.slotId, operatorId, reason, now, keep });
}
