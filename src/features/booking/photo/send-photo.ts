import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { photoName, sourceName } from './keep-photo.ts';

/** The photo of that id, of that person of the booking, for whoever looks: nobody else's, and no proposal of the other side. */
export function photoAt(
  { photos }: { readonly photos: readonly PhotoOfBooking[] },
  { position, id, by }: { position: number; id: string | undefined; by: 'citizen' | 'office' },
): PhotoOfBooking | undefined {
  const others = by === 'office' ? 'proposed' : 'at-desk';
  return photos.find((photo) => photo.position === position && photo.id === id && photo.state !== others);
}

/**
 * Shows a photo in its page, or gives it to be saved; nothing keeps a copy on the way. Answers whether it is there: never with the
 * reply, which a promise would wait for and lose.
 */
export async function sendPhoto(
  reply: FastifyReply,
  deps: Deps,
  { id, saveAs }: { id: string; saveAs?: string | undefined },
): Promise<boolean> {
  const row = await deps.db.selectFrom('booking_photo').select('content').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  sendJpeg(reply, deps.secrets.open(row.content, photoName(id)), saveAs);
  return true;
}

/** Shows what a proposal is cut from; gone once it is accepted. */
export async function sendSource(reply: FastifyReply, deps: Deps, { id }: { id: string }): Promise<boolean> {
  const row = await deps.db.selectFrom('booking_photo').select('source').where('id', '=', id).executeTakeFirst();
  if (!row?.source) return false;
  sendJpeg(reply, deps.secrets.open(row.source, sourceName(id)));
  return true;
}

function sendJpeg(reply: FastifyReply, jpeg: Buffer, saveAs?: string): void {
  void reply
    .type('image/jpeg')
    .headers({
      'content-disposition': saveAs === undefined ? 'inline' : `attachment; filename="${saveAs}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(jpeg);
}
