import { sql } from 'kysely';
import { acceptPhoto, decidePhoto, type PhotoSaid, proposePhoto } from '#features/booking/index.ts';
import { examinePhoto } from '#features/photo/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { withPhotosAt } from './create-collection.ts';
import { drawnPortrait, looks } from './drawn-portrait.ts';

interface DemoPhoto {
  readonly look: keyof typeof looks;
  readonly said?: Partial<PhotoSaid>;
  /** what the office has said of it already */
  readonly decided?: 'accepted' | 'another-asked';
  /** whose; the next to come who booked at the desk where nobody is named */
  readonly email?: string;
}

const declared = ['recent', 'untouched', 'ears'] as const;

/** One that is right, one kept with a reason, one that is asked for again, one accepted already. */
const photos: readonly DemoPhoto[] = [
  { look: 'fair', said: { declared } },
  {
    look: 'shutEyes',
    email: 'lena.mair@demo.example',
    said: {
      declared,
      reason: { kind: 'health', words: 'Ho una paralisi delle palpebre: non riesco a tenerle più aperte di così.' },
    },
  },
  { look: 'greenWall', email: 'jonas.gruber@demo.example', said: { declared }, decided: 'another-asked' },
  { look: 'dark', said: { declared }, decided: 'accepted' },
];

/**
 * The photos of the demo's office that asks for them, drawn here and looked at like any other. The worker makes them, so
 * that nobody waits for them at the first start; made again they stay as they are.
 */
export async function createPhotos(deps: Deps): Promise<void> {
  const operatorId = await operatorOf(deps);
  if (operatorId === undefined) return;
  for (const photo of photos) await createPhoto(deps, photo, operatorId);
}

async function createPhoto(deps: Deps, photo: DemoPhoto, operatorId: number): Promise<void> {
  const { db, secrets } = deps;
  const booking = await bookingFor(deps, photo);
  if (booking === undefined) return;
  const now = deps.clock.now();
  const bytes = await drawnPortrait(looks[photo.look]);
  const examined = await examinePhoto({ bytes, tooLarge: false }, { today: dayIn(now, 'Europe/Rome') });
  if (examined.portrait === undefined) return;
  const { id: bookingId, accountId } = booking;
  const said = { declared: [], headCovered: false, reason: null, ...photo.said };
  const office = { kind: 'office', accountId: operatorId } as const;
  const actor = accountId === null ? office : ({ kind: 'citizen', accountId } as const);
  const wish = { bookingId, position: 0, actor, now };
  await transact(db, async (tx) => {
    const proposed = await proposePhoto(tx, secrets, { ...wish, examined, said });
    if (!proposed.ok) return proposed;
    const accepted = await acceptPhoto(tx, { ...wish, photoId: proposed.photoId });
    if (!accepted.ok || photo.decided === undefined) return accepted;
    const { id: photoId } = await tx
      .selectFrom('booking_photo')
      .select('id')
      .where('booking_id', '=', bookingId)
      .where('state', '=', 'accepted')
      .executeTakeFirstOrThrow();
    const isAsked = photo.decided === 'another-asked';
    const why = { reasons: isAsked ? (['background'] as const) : [], words: null };
    return decidePhoto(tx, secrets, { bookingId, position: 0, photoId, operatorId, now, outcome: photo.decided, why });
  });
}

/** A booking of one person without a photo; of somebody who is named their own, unless it has one. */
async function bookingFor(
  { db, clock }: Deps,
  { email }: DemoPhoto,
): Promise<{ id: string; accountId: number | null } | undefined> {
  const whose = email === undefined ? sql`b.account_id IS NULL` : sql`lower(a.email) = ${email}`;
  const { rows } = await sql<{ id: string; accountId: number | null }>`
    SELECT b.id, b.account_id AS "accountId" FROM booking b
    JOIN office f ON f.id = b.office_id LEFT JOIN account a ON a.id = b.account_id
    WHERE f.code = ${withPhotosAt} AND b.service_code = 'cie' AND b.live AND b.party = 1 AND ${whose}
      AND b.starts_at > ${clock.now().add({ hours: 24 })}
      AND NOT EXISTS (SELECT FROM booking_photo p WHERE p.booking_id = b.id)
    ORDER BY b.starts_at, b.id LIMIT 1`.execute(db);
  return rows[0];
}

async function operatorOf({ db }: Deps): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT r.account_id AS id FROM account_role r JOIN office f ON f.id = r.office_id
    WHERE f.code = ${withPhotosAt} ORDER BY r.account_id LIMIT 1`.execute(db);
  return rows[0]?.id;
}
