import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';

/** Of this address alone, over HTTPS, for all its pages: browsers let nobody else set a cookie of this name. */
const host = '__Host-';
/** The same for some of its pages. */
const secure = '__Secure-';

const ours = 'turno_';

/**
 * Over HTTPS the site's cookies carry a prefix that browsers enforce: neither another site of the same domain nor somebody
 * on the way can plant one. The code knows them by their plain names; whatever comes without the prefix is not ours.
 */
export function readCookiePrefix(app: FastifyInstance, { config }: Pick<Deps, 'config'>): void {
  if (!config.publicUrl.startsWith('https:')) return;
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    if (headers.cookie !== undefined) headers.cookie = plainCookies(headers.cookie);
    done();
  });
}

/** For the cookies that an answer sets: added after what writes them. */
export function writeCookiePrefix(app: FastifyInstance, { config }: Pick<Deps, 'config'>): void {
  if (!config.publicUrl.startsWith('https:')) return;
  app.addHook('onSend', (_request, reply, payload, done) => {
    const set = reply.getHeader('set-cookie');
    if (set !== undefined) {
      const cookies = [set].flat().map((cookie) => prefixed(String(cookie)));
      void reply.removeHeader('set-cookie').header('set-cookie', cookies);
    }
    done(null, payload);
  });
}

/** What the browser sent, by plain names: cookies of ours that could have been planted are left out. */
export function plainCookies(sent: string): string {
  return sent
    .split(';')
    .map((pair) => pair.trim())
    .flatMap((pair) => {
      if (pair.startsWith(host + ours)) return [pair.slice(host.length)];
      if (pair.startsWith(secure + ours)) return [pair.slice(secure.length)];
      return pair.startsWith(ours) ? [] : [pair];
    })
    .join('; ');
}

/** A cookie of ours as it is set, with the strongest prefix it may have. */
export function prefixed(cookie: string): string {
  if (!cookie.startsWith(ours)) return cookie;
  const attributes = cookie.split(';').map((part) => part.trim().toLowerCase());
  const whole = attributes.includes('secure') ? cookie : `${cookie}; Secure`;
  const isHost = attributes.includes('path=/') && !attributes.some((part) => part.startsWith('domain='));
  return `${isHost ? host : secure}${whole}`;
}

/** The name that a browser shows for a cookie of ours, which is for all pages or for some. */
export function shownCookieName(name: string, site: { publicUrl: string; everywhere: boolean }): string {
  if (!site.publicUrl.startsWith('https:')) return name;
  return (site.everywhere ? host : secure) + name;
}
