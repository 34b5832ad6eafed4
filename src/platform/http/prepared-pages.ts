import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page is the same for everybody who is nobody yet: made once a second, and shared. */
    prepared?: boolean;
  }
  interface FastifyRequest {
    /** Set while a page is made that others will be given too: nothing of this request's own may get into it. */
    share: ((reply: FastifyReply, html: string) => string) | undefined;
  }
}

/** Route options of a page that is the same for everybody who is nobody yet. */
export const prepared = { config: { prepared: true } } as const;

/** Stands in a shared page where each reader's own form token goes. */
export const tokenPlace = '\u{E000}turno-form-token\u{E000}';

interface Prepared {
  /** the page between the places of the token; one piece when it has no form */
  readonly pieces: readonly string[];
  readonly plain: Buffer;
  zipped?: Promise<Buffer> | undefined;
}

interface Entry {
  readonly second: number;
  readonly page: Promise<Prepared | undefined>;
  readonly settle: (page: Prepared | undefined) => void;
}

/** A page longer than this is rendered for each reader, so that odd addresses cannot fill the memory. */
const longest = 256 * 1024;
const most = 500;
/** Whoever sends one of these is somebody: an API client's seat goes by a header of its own. */
const personal = ['authorization', 'hold-secret'];
/** Cookies that change nothing on a page that is shared. */
const neutral = ['turno_csrf', 'turno_lang', 'turno_device'];

/**
 * Answers GET requests of routes with `config: { prepared: true }` from a page made at most a second ago, when they come
 * from somebody without session, seat or draft. Those who ask while the page is being made wait for it. A new second is a
 * new page, so that a release, which is at a whole second, shows at once; what is shown never decides about a seat.
 */
export function addPreparedPages(app: FastifyInstance, deps: Pick<Deps, 'clock'>): void {
  const kept = new Map<string, Entry>();
  app.decorateRequest('share', undefined);

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.config.prepared !== true || !isNobody(request)) return;
    const key = `${request.language} ${request.url}`;
    const second = Math.floor(deps.clock.now().epochMilliseconds / 1000);
    const known = kept.get(key);
    if (known?.second === second) {
      const page = await known.page;
      if (page) return sendPrepared(request, reply, page);
      return;
    }
    if (kept.size >= most) kept.clear();
    const entry = newEntry(second);
    kept.set(key, entry);
    // Whatever becomes of this request, nobody waits for it longer than it lasts.
    reply.raw.once('close', () => entry.settle(undefined));
    request.share = (ownReply, html) => {
      request.share = undefined;
      const pieces = html.split(tokenPlace);
      const fit = ownReply.statusCode === 200 && html.length <= longest;
      entry.settle(fit ? { pieces, plain: Buffer.from(pieces.join('')) } : undefined);
      return pieces.length > 1 ? pieces.join(ownReply.csrfToken()) : html;
    };
  });
}

async function sendPrepared(request: FastifyRequest, reply: FastifyReply, page: Prepared): Promise<FastifyReply> {
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-encoding');
  if (page.pieces.length > 1) return reply.send(page.pieces.join(reply.csrfToken()));
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(page.plain);
  // Only pages without a token are compressed: what is secret and what a reader typed never stand in one of them.
  page.zipped ??= zip(page.plain);
  return reply.header('content-encoding', 'gzip').send(await page.zipped);
}

/** Neither logged in nor holding a seat: the page owes such a reader nothing of their own. */
function isNobody({ headers }: FastifyRequest): boolean {
  if (personal.some((name) => headers[name] !== undefined)) return false;
  if (headers.cookie === undefined) return true;
  return headers.cookie.split(';').every((pair) => {
    const name = pair.slice(0, pair.indexOf('=')).trim();
    return !name.startsWith('turno_') || neutral.includes(name);
  });
}

function newEntry(second: number): Entry {
  const { promise, resolve } = Promise.withResolvers<Prepared | undefined>();
  return { second, page: promise, settle: resolve };
}

function zip(page: Buffer): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  gzip(page, { level: 4 }, (error, zipped) => (error ? reject(error) : resolve(zipped)));
  return promise;
}
