import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { addCieOidc, endCieOidc } from '#features/federation/index.ts';
import { addIdentityApi, addIdentityPages, proveAndLogIn } from '#features/identity/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Deps } from '#platform/deps.ts';
import { useDeps } from '../deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '../slice-app.ts';
import { freeAddress, joinFederation } from './membership.ts';
import { startCieProvider } from './provider.ts';
import { startTrustAnchor } from './trust-anchor.ts';
import { walkThroughProvider } from './walk.ts';

export const fiscalNumber = 'https://attributes.eid.gov.it/fiscal_number';
export const level = (number: number): string => `https://www.spid.gov.it/SpidL${number}`;

/** An invented person, as the provider speaks of her. */
export const ada = {
  accountId: 'ada',
  acr: level(2),
  claims: {
    given_name: 'Ada',
    family_name: 'Bellandi',
    birthdate: '1985-04-12',
    [fiscalNumber]: 'TINIT-BLLDAA85D52H501X',
    email: 'ada@posta.example',
    email_verified: true,
  },
};

/** A trust anchor, a provider of its federation and the product as a member, each at a port of its own. */
export async function useCieSite(more: { mark?: boolean } = {}) {
  const anchor = await startTrustAnchor();
  const provider = await startCieProvider(anchor);
  const site = await freeAddress();
  const box = useDeps({
    TURNO_URL: site,
    TURNO_CIE_TRUST_ANCHOR: anchor.entity,
    TURNO_CIE_PROVIDER: provider.issuer,
    TURNO_LIMITS: 'off',
  });
  let deps: Deps | undefined;
  let app: FastifyInstance | undefined;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    // The provider lives by the real time.
    const now = { ...box.current, clock: systemClock };
    deps = now;
    await joinFederation(now, anchor, more);
    const afterLogin = async () => undefined;
    app = await sliceApp(now, (server) => {
      addIdentityApi(server, now, { afterLogin });
      addIdentityPages(server, now, {
        afterLogin,
        afterLogout: (reply, request) => endCieOidc(request, reply, now),
      });
      addCieOidc(server, now, { endProvedLogin: proveAndLogIn(now, { afterLogin }) });
    });
    await app.listen({ host: '127.0.0.1', port: Number(new URL(site).port) });
  });
  beforeEach(async () => {
    browser = await newBrowser();
    provider.next(ada);
  });
  afterAll(async () => {
    await app?.close();
    await Promise.all([provider.close(), anchor.close()]);
  });

  const ready = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('ready only inside tests');
    return thing;
  };
  const newBrowser = () => testBrowser(ready(app), ready(deps));
  const leave = async (query: string, by: TestBrowser): Promise<string> => {
    const answer = await by.get(`/auth/cie/oidc/login${query}`);
    if (answer.statusCode !== 303) throw new Error(`no way to the provider: ${answer.statusCode}`);
    return answer.headers.location ?? '';
  };
  const cie = {
    anchor,
    provider,
    site,
    newBrowser,
    get deps() {
      return ready(deps);
    },
    /** One for each test. */
    get browser() {
      return ready(browser);
    },
    /** The address at the provider that a browser is sent to. */
    leave: (query = '', by = ready(browser)) => leave(query, by),
    /** The path that it comes back to from there. */
    walk: async (query = '', by = ready(browser)): Promise<string> => {
      const back = await walkThroughProvider(await leave(query, by), provider.issuer);
      if (!back.startsWith(`${site}/`)) throw new Error(`sent to ${back}`);
      return back.slice(site.length);
    },
    me: (by = ready(browser)) => by.get('/api/v1/me'),
  };
  return cie;
}
