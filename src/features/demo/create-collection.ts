import { sql } from 'kysely';
import { changeDelivery } from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { bookFor } from './create-own-bookings.ts';

/** The office of the demo that asks for photos. */
export const withPhotosAt = 'comune-a952-anagrafe';
const zone = 'Europe/Rome';

/** Bolzano asks for photos and for how the card is delivered; Rome takes both from whoever likes. */
export async function setCollectionRules(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET photo = 'asked', delivery = 'asked', delivery_modes = '{office,italy}', delegate = true,
      completion_cutoff_hours = 48
    FROM office f WHERE f.id = o.office_id AND f.code = ${withPhotosAt} AND o.service_code = 'cie'`.execute(tx);
  await sql`
    UPDATE offering o SET photo = 'optional', delivery = 'optional', delivery_modes = '{office,italy,abroad}', delegate = true,
      completion_cutoff_hours = 24
    FROM office f WHERE f.id = o.office_id AND f.code = 'comune-h501-anagrafe' AND o.service_code = 'cie'`.execute(tx);
}

/**
 * A citizen of Bolzano who has sent nothing yet, two whose photos the office has something to say about, and the next to come,
 * who has sent everything.
 */
export async function createCollection(deps: Deps): Promise<void> {
  const wish = { office: withPhotosAt, service: 'cie', daysAgo: 1, daysAhead: [6, 30] } as const;
  await chooseDelivery(deps);
  for (const name of ['irene.pichler', 'lena.mair', 'jonas.gruber'])
    await bookFor(deps, { ...wish, email: `${name}@demo.example` });
  await complete(deps);
}

/** Most of those who are to come have chosen how they get their card. */
async function chooseDelivery({ db, secrets }: Deps): Promise<void> {
  const atOffice = secrets.encrypt(JSON.stringify({ mode: 'office' }));
  await sql`
    UPDATE booking b SET delivery_cipher = ${atOffice} FROM office f
    WHERE f.id = b.office_id AND f.code = ${withPhotosAt} AND b.live AND b.id % 4 <> 0`.execute(db);
}

/** The next to come has sent how and who: with their photo, everything. */
async function complete(deps: Deps): Promise<void> {
  const { db, secrets } = deps;
  const now = deps.clock.now();
  const { rows } = await sql<{ id: string }>`
    SELECT b.id FROM booking b JOIN office f ON f.id = b.office_id
    WHERE f.code = ${withPhotosAt} AND b.live AND b.party = 1 AND b.starts_at > ${now.add({ hours: 24 })}
    ORDER BY b.starts_at, b.id LIMIT 1`.execute(db);
  const [booking] = rows;
  const operatorId = await operatorOf(deps);
  if (booking === undefined || operatorId === undefined) return;
  const wish = { bookingId: booking.id, actor: { kind: 'office', accountId: operatorId } as const, now };
  const address = { street: 'Via dell’Esempio 7', postalCode: '39100', city: 'Bolzano', province: 'BZ' };
  const delegate = { givenName: 'Paul', familyName: 'Beispiel', birthDate: '1969-02-03' };
  const sent = { mode: 'address', address, delegate } as const;
  await transact(db, (tx) => changeDelivery(tx, secrets, { ...wish, sent, today: dayIn(now, zone) }));
}

async function operatorOf({ db }: Deps): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT r.account_id AS id FROM account_role r JOIN office f ON f.id = r.office_id
    WHERE f.code = ${withPhotosAt} ORDER BY r.account_id LIMIT 1`.execute(db);
  return rows[0]?.id;
}
