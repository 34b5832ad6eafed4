import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { policyOfWasmWorker } from '#platform/http/security-headers.ts';
import { asset, assetsFolder } from '#ui/asset.ts';

/**
 * What `assets/build.mjs` has written. The names carry a hash, so a browser may keep the files for good; a page that was
 * kept from before an upgrade asks for files of the version before, and is led to today's.
 */
export async function addBuiltFiles(app: FastifyInstance): Promise<void> {
  await app.register(
    async (files) => {
      files.setNotFoundHandler((request, reply) => {
        const address = today(request.url);
        void reply.header('cache-control', 'no-store');
        return address === undefined
          ? reply.code(404).type('text/plain').send('Not found')
          : reply.redirect(address, 302);
      });
      await files.register(fastifyStatic, {
        root: assetsFolder,
        prefix: '/',
        preCompressed: true,
        immutable: true,
        maxAge: '365d',
        decorateReply: false,
        setHeaders: allowWasm,
      });
    },
    { prefix: '/assets' },
  );
}

function allowWasm(reply: FastifyReply, path: string): void {
  if (!basename(path).startsWith('photo-live-worker.')) return;
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy === 'string') void reply.header('content-security-policy', policyOfWasmWorker(policy));
}

/** The file that has taken the place of one of an earlier build: `/assets/turno.0123456789.css` → today's turno.css. */
function today(url: string): string | undefined {
  const [, stem, end] = /^\/assets\/([\w-]+)\.[0-9a-f]{10}\.(\w+)$/.exec(url) ?? [];
  const name = `${stem}.${end}`;
  const address = asset(name);
  return stem === undefined || address === `/assets/${name}` || address === url ? undefined : address;
}
