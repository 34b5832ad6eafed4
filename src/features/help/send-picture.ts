import type { FastifyReply } from 'fastify';
import type { Db } from '#platform/database.ts';
import { notFound } from '#platform/http/problem.ts';
import type { Secrets } from '#platform/secrets.ts';
import { findPicture } from './help.query.ts';

/** A picture of a thread for whoever may read it: never kept by caches, never run as anything else. */
export async function sendPicture(
  reply: FastifyReply,
  { db, secrets }: { db: Db; secrets: Secrets },
  which: { requestId: number; pictureId: number },
): Promise<FastifyReply> {
  const picture = await findPicture(db, secrets, which);
  if (picture === undefined) throw notFound();
  return reply
    .type(picture.kind)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `inline; filename="${which.pictureId}.${picture.kind.slice('image/'.length)}"`)
    .send(picture.bytes);
}
