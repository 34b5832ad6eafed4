import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { askToRegularise, clearanceAsked, documentsSent, takeInCharge } from '#features/booking/index.ts';
import { bookFor, type DemoBooking } from './create-own-bookings.ts';

/** A consulate that looks at documents before the day, and one whose identity cards need the municipality's consent. */
export async function setExaminationRules(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET pre_check = true, pre_check_days = 8, confirm_by = 'office' FROM office f
    WHERE f.id = o.office_id AND f.code = 'cons-london' AND o.service_code = 'aire-registration'`.execute(tx);
  await sql`
    UPDATE offering o SET clearance = 'required' FROM office f
    WHERE f.id = o.office_id AND f.code = 'cons-zurich' AND o.service_code = 'cie'`.execute(tx);
}

type Then = 'sent' | 'missing' | 'nothing' | 'asked' | 'to-ask';

const wishes: readonly (DemoBooking & { then: Then })[] = [
  at('cons-london', 'aire-registration', 'sofia.romani', 'sent'),
  at('cons-london', 'aire-registration', 'marco.bellandi', 'missing'),
  at('cons-london', 'aire-registration', 'diego.moretti', 'nothing'),
  at('cons-zurich', 'cie', 'anna.bernardi', 'asked'),
  at('cons-zurich', 'cie', 'luca.marchetti', 'to-ask'),
];

function at(office: string, service: string, mailbox: string, then: Then): (typeof wishes)[number] {
  const residence = service === 'cie' ? 'G224' : null;
  return { email: `${mailbox}@demo.example`, office, service, daysAgo: 3, daysAhead: [9, 40], residence, then };
}

/** Requests of the demo's citizens as an office finds them in its queue, made the way citizens and operators do. */
export async function createExaminations(deps: Deps): Promise<void> {
  const operatorId = await networkAdmin(deps);
  for (const one of wishes) {
    const made = await bookFor(deps, one);
    if (made && operatorId !== undefined) await goOn(deps, { ...made, operatorId, then: one.then });
  }
}

async function goOn(
  deps: Deps,
  booked: { bookingId: string; accountId: number; operatorId: number; then: Then },
): Promise<void> {
  const { bookingId, accountId, operatorId, then } = booked;
  const now = deps.clock.now();
  const zone = 'Europe/London';
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  await transact(deps.db, async (tx) => {
    const about = { bookingId, operatorId, now };
    if (then === 'sent') await documentsSent(tx, { bookingId, accountId, now });
    if (then === 'asked') {
      const days = { on: today.subtract({ days: 2 }), dueOn: today.add({ days: 28 }) };
      await clearanceAsked(tx, { ...about, ...days, channel: 'pec', protocol: '1024/C' });
    }
    if (then === 'missing') {
      await takeInCharge(tx, about);
      const note = {
        it: 'L’atto di nascita è illeggibile: mandalo di nuovo.',
        en: 'The birth certificate cannot be read: send it again.',
      };
      const by = today.add({ days: 5 });
      await askToRegularise(tx, deps.secrets, { ...about, missing: { items: [], note }, by, zone });
    }
    return { ok: true };
  });
}

async function networkAdmin({ db }: Deps): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT account_id AS id FROM account_role WHERE role = 'network-admin' ORDER BY account_id LIMIT 1`.execute(db);
  return rows[0]?.id;
}
