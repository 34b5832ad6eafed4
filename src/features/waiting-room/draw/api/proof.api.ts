import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { keptProofs } from '../kept-proofs.ts';
import { roomOfRelease } from '../room-of-release.query.ts';
import { proofShape } from '../proof.ts';
import { publicKeyOf } from '../statements.ts';

const tags = ['availability'];

/** `GET /releases/{id}/proof`, and the key that receipts and statements are signed with. */
export function addProofApi(app: FastifyInstance, deps: Deps): void {
  const proofs = keptProofs(deps);

  app.get<{ Params: { release: string } }>(
    '/api/v1/releases/:release/proof',
    {
      schema: {
        tags,
        summary: 'All public data of a draw, for anyone to check',
        description: 'docs/draw.md says how; `turno draw verify FILE` does it.',
      },
      config: { answers: { 200: proofShape }, anyone: true },
    },
    async (request, reply) => {
      const { release } = request.params;
      const proof = (await proofs(release)) ?? (await proofs((await roomOfRelease(deps.db, release)) ?? ''));
      if (proof === undefined) throw notFound();
      const { zipped, etag, isFinal } = proof;
      void reply.headers({
        etag,
        vary: 'accept-encoding',
        'cache-control': isFinal ? 'public, max-age=3600' : 'no-cache',
        'access-control-allow-origin': '*',
      });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      void reply.type('application/json; charset=utf-8');
      const takesZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (takesZipped) return reply.header('content-encoding', 'gzip').send(zipped);
      return reply.send(Readable.from([zipped]).pipe(createGunzip()));
    },
  );

  app.get(
    '/api/v1/draws/key',
    {
      schema: { tags, summary: 'The public key of receipts and statements of draws' },
      config: { answers: { 200: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() }) }, anyone: true },
    },
    (_, reply) =>
      reply
        .header('cache-control', 'public, max-age=3600')
        .send({ algorithm: 'Ed25519', publicKey: publicKeyOf(deps.secrets) }),
  );
}
