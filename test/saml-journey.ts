import { inflateRawSync } from 'node:zlib';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { ResponseWish } from './saml-provider.ts';

/** A browser on its way between this site and a provider: it keeps cookies and sends them as browsers do. */
export function samlBrowser(app: FastifyInstance, { https }: { https: boolean }) {
  const jar = new Map<string, { value: string; sameSite: string | undefined; path: string; secure: boolean }>();

  async function send(
    method: 'GET' | 'POST',
    url: string,
    { fields, crossSite = false }: { fields?: Record<string, string>; crossSite?: boolean } = {},
  ): Promise<LightMyRequestResponse> {
    const path = url.split('?')[0] ?? url;
    const cookies: Record<string, string> = {};
    for (const [name, cookie] of jar) {
      if (!path.startsWith(cookie.path) || (cookie.secure && !https)) continue;
      // Across sites a POST brings only what says so; browsers treat a cookie that says nothing as Lax, after two minutes.
      if (crossSite && method === 'POST' && cookie.sameSite === 'Lax') continue;
      cookies[name] = cookie.value;
    }
    const response = await app.inject({
      method,
      url,
      cookies,
      headers: {
        'accept-language': 'it',
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    });
    for (const { name, value, sameSite, path: kept = '/', secure = false } of response.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, { value, sameSite, path: kept, secure });
    }
    return response;
  }

  return {
    jar,
    send,
    get: (url: string) => send('GET', url),
    /** Begins a login: what the provider gets. */
    async begin(idp: string, more: Record<string, string> = {}) {
      const response = await send('GET', `/auth/spid/login?${new URLSearchParams({ idp, ...more }).toString()}`);
      const address = new URL(response.headers.location ?? 'about:blank');
      const packed = address.searchParams.get('SAMLRequest') ?? '';
      const xml = packed === '' ? '' : inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
      return { response, address, xml, requestId: / ID="([^"]+)"/.exec(xml)?.[1] ?? '' };
    },
    /** The provider's answer, sent by a page of its own. */
    answer: (xml: string) =>
      send('POST', '/auth/spid/acs', {
        fields: { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: 'anything' },
        crossSite: true,
      }),
  };
}

export type SamlBrowser = ReturnType<typeof samlBrowser>;

/** What a response to a request of this site says, unless a test says otherwise. */
export function usualAnswer(site: string, requestId: string, now: Temporal.Instant): ResponseWish {
  return { requestId, acs: `${site}/auth/spid/acs`, audience: site, now };
}
