import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { photoName } from './keep-photo.ts';

/** The photo of that id, of that person of the booking: nobody else's. */
export function photoAt(
  { photos }: { readonly photos: readonly PhotoOfBooking[] },
  { position, id }: { position: number; id: string | undefined },
): PhotoOfBooking | undefined {
  return photos.find((photo) => photo.position === position && photo.id === id);
}

/** Shows a photo in its page, or gives it to be saved; nothing keeps a copy on the way. */
export async function sendPhoto(
  reply: FastifyReply,
  deps: Deps,
  { id, saveAs }: { id: string; saveAs?: string | undefined },
): Promise<FastifyReply | undefined> {
  const row = await deps.db.selectFrom('booking_photo').select('content').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return reply
    .type('image/jpeg')
    .headers({
      'content-disposition': saveAs === undefined ? 'inline' : `attachment; filename="${saveAs}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(deps.secrets.open(row.content, photoName(id)));
}
