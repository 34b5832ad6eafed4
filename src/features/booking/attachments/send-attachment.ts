import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Attachment } from './attachments.query.ts';
import { dispositionOf } from './file-name.rules.ts';
import { pieceName } from './keep-attachment.ts';

/** Sends a file to be saved, piece by piece; it never opens as a page of this site. */
export function sendAttachment(reply: FastifyReply, deps: Deps, attachment: Attachment): FastifyReply {
  return reply
    .type(attachment.kind)
    .headers({
      'content-disposition': dispositionOf(attachment.name),
      'content-length': String(attachment.size),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(Readable.from(pieces(deps, attachment), { objectMode: false, highWaterMark: 1 }));
}

async function* pieces(deps: Deps, { id, size }: Attachment): AsyncGenerator<Buffer> {
  let sent = 0;
  for (let position = 0; sent < size; position += 1) {
    const content = await pieceAt(deps.db, id, position);
    if (content === undefined) throw new Error('a file lacks a piece');
    const piece = deps.secrets.open(content, pieceName(id, position));
    sent += piece.length;
    yield piece;
  }
}

async function pieceAt(db: Db, id: string, position: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('attachment_part')
    .select('content')
    .where('attachment_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst();
  return row?.content;
}
