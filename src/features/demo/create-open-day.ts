import { sql } from 'kysely';
import { findOffice, findOffering } from '#features/offices/index.ts';
import { makeOpenDay } from '#features/planner/index.ts';
import type { Tx } from '#platform/database.ts';

const at = 'comune-d773-anagrafe';

/** A Saturday of open doors at a municipality: announced now, its seats open in three days. */
export async function createOpenDay(tx: Tx, { now }: { now: Temporal.Instant }): Promise<void> {
  const office = await findOffice(tx, at);
  const offering = office && (await findOffering(tx, office.id, 'cie'));
  const { rows } = await sql<{ id: number }>`
    SELECT account_id AS id FROM account_role WHERE role = 'network-admin' ORDER BY id LIMIT 1`.execute(tx);
  const [admin] = rows;
  if (!office || !offering || !admin) return;
  const today = now.toZonedDateTimeISO(office.timeZone).toPlainDate();
  const saturday = today.add({ days: 14 + ((6 - today.dayOfWeek + 7) % 7) }).toString();
  await makeOpenDay(tx, {
    officeId: office.id,
    accountId: admin.id,
    now,
    wish: {
      name: { it: 'Open day della carta d’identità', en: 'Identity card open day' },
      text: {
        it: 'Un sabato in più per chi ha la carta di carta. Porta una foto e la vecchia carta.',
        en: 'One more Saturday for people who still have a paper card. Bring a photo and the old card.',
      },
      offeringIds: [offering.id],
      hours: { firstDay: saturday, lastDay: saturday, starts: '09:00', ends: '12:00', minutes: 20, desks: 3 },
      quotas: [{ who: 'elsewhere', kind: 'at-most', seats: 9, per: 'day', untilMinutes: null }],
      opensAt: now.add({ hours: 72 }),
    },
  });
}
