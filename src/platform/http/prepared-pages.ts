import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { languageOf } from './language.ts';
import { isNobody } from './nobody.ts';

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
  readonly page: Promise<Prepared | undefined>;
  readonly settle: (page: Prepared | undefined) => void;
  /** what `page` came to */
  made?: Prepared | undefined;
}

const zip = promisify(gzip);

/** A page longer than this is rendered for each reader, so that odd addresses cannot fill the memory. */
const longest = 256 * 1024;
const most = 200;
/** While the site is crowded: how old a page may be that is shown, and how long one that was shown is worth making anew. */
const crowded = { shown: 5, known: 60 } as const;

/**
 * Answers GET requests of routes with `config: { prepared: true }` from a page made at most a second ago, when they come
 * from somebody without session, seat or draft. Those who ask while the page is being made wait for it. A new second is a
 * new page, so that a release, which is at a whole second, shows at once; what is shown never decides about a seat. While
 * the site is crowded a page serves for some seconds. Answers with whether a request's page is one that is kept up.
 */
export function addPreparedPages(
  app: FastifyInstance,
  options: Pick<Deps, 'clock'> & { headers: Readonly<Record<string, string>>; isCrowded?: () => boolean },
): (request: FastifyRequest) => boolean {
  const { isCrowded = () => false } = options;
  const kept = new Map<string, Entry>();
  /** What was made before this second, by the second it was made in. */
  const earlier = new Map<string, { entry: Entry; second: number }>();
  let second = 0;
  app.decorateRequest('share', undefined);

  // First of all hooks: a page that is there needs nothing of what the others find out.
  app.addHook('onRequest', async (request, reply) => {
    if (!isShared(request)) return;
    const made = entryOf(request)?.made;
    if (made?.pieces.length !== 1) return;
    const wanted = await packed(request, made);
    reply.hijack();
    reply.raw.writeHead(200, { ...options.headers, ...headersOf(languageOf(request)), ...wanted.headers });
    reply.raw.end(wanted.body);
  });

  // After all the others of `onRequest`, which know the language and the cookies.
  app.addHook('preParsing', async (request, reply) => {
    if (!isShared(request)) return;
    const known = entryOf(request);
    if (known) {
      const page = await known.page;
      if (page) return void send(reply, page);
      return;
    }
    if (kept.size >= most) kept.clear();
    const entry = newEntry();
    kept.set(keyOf(request), entry);
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

  /** What was made in this second, or a moment ago while the site is crowded. */
  function entryOf(request: FastifyRequest): Entry | undefined {
    const now = Math.floor(options.clock.now().epochMilliseconds / 1000);
    if (now !== second) putAway(now);
    const key = keyOf(request);
    const known = kept.get(key);
    if (known || !isCrowded()) return known;
    const old = earlier.get(key);
    return old && now - old.second <= crowded.shown ? old.entry : undefined;
  }

  /** The pages of the last second go all together. */
  function putAway(now: number): void {
    for (const [key, entry] of kept) {
      if (!entry.made) continue;
      earlier.delete(key);
      earlier.set(key, { entry, second });
    }
    // They stand in the order in which they were made.
    for (const [key, old] of earlier) {
      if (earlier.size <= most && now - old.second <= crowded.known) break;
      earlier.delete(key);
    }
    kept.clear();
    second = now;
  }

  return (request) => isShared(request) && (entryOf(request) !== undefined || earlier.has(keyOf(request)));
}

function isShared(request: FastifyRequest): boolean {
  return request.method === 'GET' && request.routeOptions.config.prepared === true && isNobody(request);
}

function keyOf(request: FastifyRequest): string {
  return `${languageOf(request)} ${request.url}`;
}

function headersOf(language: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    vary: 'accept-encoding, accept-language, cookie',
  };
}

function send(reply: FastifyReply, { pieces, plain }: Prepared): FastifyReply {
  void reply.headers(headersOf(reply.request.language));
  return reply.send(pieces.length > 1 ? pieces.join(reply.csrfToken()) : plain);
}

/** The page as this browser takes it. Only pages without a token get here: compressing could give away what is secret. */
async function packed(
  request: FastifyRequest,
  page: Prepared,
): Promise<{ body: Buffer; headers: Record<string, string> }> {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return { body: page.plain, headers: { 'content-length': String(page.plain.length) } };
  // Kept as a promise: those who ask at once wait for one compression.
  page.zipped ??= zip(page.plain, { level: 4 });
  const body = await page.zipped;
  return { body, headers: { 'content-length': String(body.length), 'content-encoding': 'gzip' } };
}

function newEntry(): Entry {
  const { promise, resolve } = Promise.withResolvers<Prepared | undefined>();
  const entry: Entry = {
    page: promise,
    settle(page) {
      entry.made ??= page;
      resolve(page);
    },
  };
  return entry;
}
