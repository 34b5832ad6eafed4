import type { FastifyReply } from 'fastify';
import type { CertifiedFile } from './certified-file.query.ts';

/** Sends a receipt or somebody's file to be saved; it never opens as a page of this site. */
export function sendCertifiedFile(reply: FastifyReply, { name, content }: CertifiedFile): FastifyReply {
  const plain = name.replace(/[^\w.-]/g, '_');
  return reply
    .type('application/octet-stream')
    .headers({
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(content);
}
