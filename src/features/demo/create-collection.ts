import { sql } from 'kysely';
import { acceptPhoto, changeDelivery, proposePhoto } from '#features/booking/index.ts';
import { examinePhoto } from '#features/photo/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { bookFor } from './create-own-bookings.ts';

const office = 'comune-a952-anagrafe';
const zone = 'Europe/Rome';

/** Bolzano asks for photos and for how the card is delivered; Rome takes both from whoever likes. */
export async function setCollectionRules(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET photo = 'asked', delivery = 'asked', delivery_modes = '{office,italy}', delegate = true,
      completion_cutoff_hours = 48
    FROM office f WHERE f.id = o.office_id AND f.code = ${office} AND o.service_code = 'cie'`.execute(tx);
  await sql`
    UPDATE offering o SET photo = 'optional', delivery = 'optional', delivery_modes = '{office,italy,abroad}', delegate = true,
      completion_cutoff_hours = 24
    FROM office f WHERE f.id = o.office_id AND f.code = 'comune-h501-anagrafe' AND o.service_code = 'cie'`.execute(tx);
}

/** A citizen of Bolzano who has sent nothing yet, and the next to come, who has sent everything. */
export async function createCollection(deps: Deps): Promise<void> {
  const wish = { office, service: 'cie', daysAgo: 1, daysAhead: [6, 30] } as const;
  await chooseDelivery(deps);
  await bookFor(deps, { ...wish, email: 'irene.pichler@demo.example' });
  await complete(deps);
}

/** Most of those who are to come have chosen how they get their card. */
async function chooseDelivery({ db, secrets }: Deps): Promise<void> {
  const atOffice = secrets.encrypt(JSON.stringify({ mode: 'office' }));
  await sql`
    UPDATE booking b SET delivery_cipher = ${atOffice} FROM office f
    WHERE f.id = b.office_id AND f.code = ${office} AND b.live AND b.id % 4 <> 0`.execute(db);
}

async function complete(deps: Deps): Promise<void> {
  const { db, secrets } = deps;
  const now = deps.clock.now();
  const today = dayIn(now, zone);
  const { rows } = await sql<{ id: string }>`
    SELECT b.id FROM booking b JOIN office f ON f.id = b.office_id
    WHERE f.code = ${office} AND b.live AND b.party = 1 AND b.starts_at > ${now.add({ hours: 24 })}
    ORDER BY b.starts_at LIMIT 1`.execute(db);
  const [booking] = rows;
  const operatorId = await operatorOf(deps);
  if (booking === undefined || operatorId === undefined) return;
  const examined = await examinePhoto({ bytes: await drawn(), tooLarge: false }, { today });
  const { portrait } = examined;
  if (portrait === undefined) return;
  const wish = { bookingId: booking.id, position: 0, actor: { kind: 'office', accountId: operatorId } as const, now };
  await transact(db, async (tx) => {
    const proposed = await proposePhoto(tx, secrets, { ...wish, examined: { ...examined, portrait } });
    if (!proposed.ok) return proposed;
    await acceptPhoto(tx, wish);
    const address = { street: 'Via dell’Esempio 7', postalCode: '39100', city: 'Bolzano', province: 'BZ' };
    const delegate = { givenName: 'Paul', familyName: 'Beispiel', birthDate: '1969-02-03' };
    return changeDelivery(tx, secrets, { ...wish, sent: { mode: 'address', address, delegate }, today });
  });
}

async function operatorOf({ db }: Deps): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT r.account_id AS id FROM account_role r JOIN office f ON f.id = r.office_id
    WHERE f.code = ${office} ORDER BY r.account_id LIMIT 1`.execute(db);
  return rows[0]?.id;
}

/** A face that belongs to nobody. */
async function drawn(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 450" width="630" height="810">
    <rect width="350" height="450" fill="#e9edf0"/>
    <path d="M22 450c0-72 62-96 106-104h94c44 8 106 32 106 104z" fill="#6b3f52"/>
    <path d="M140 300h70v58c0 18-70 18-70 0z" fill="#b87d5f"/>
    <ellipse cx="175" cy="218" rx="92" ry="126" fill="#cf9a7b"/>
    <path d="M78 230c-14-124 44-176 97-176s111 52 97 176c-8-58-40-96-97-100-57 4-89 42-97 100z" fill="#2a211c"/>
    <ellipse cx="136" cy="216" rx="13" ry="8" fill="#fff"/><ellipse cx="214" cy="216" rx="13" ry="8" fill="#fff"/>
    <circle cx="136" cy="216" r="7" fill="#333"/><circle cx="214" cy="216" r="7" fill="#333"/>
    <path d="M175 224l-10 40q10 6 20 0M148 296h54" fill="none" stroke="#8d5844" stroke-width="5"/></svg>`;
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}
