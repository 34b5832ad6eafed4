import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addIdentityApi, proveAndLogIn } from '#features/identity/index.ts';
import { prepareTestProvider } from '#features/test-provider/index.ts';
import type { Deps } from '#platform/deps.ts';
import { useDeps } from '#test/deps.ts';
import { type SamlBrowser, samlBrowser } from '#test/saml-journey.ts';
import { samlProvider } from '#test/saml-provider.ts';
import { sliceApp } from '#test/slice-app.ts';
import { mustDo, oddNames } from './features/test-provider/login/odd-answers.ts';
import { refusals } from './features/test-provider/login/refusals.ts';
import { samlFederations } from './saml-federations.ts';

const site = 'http://127.0.0.1:4712';
const dataFolder = mkdtempSync(join(tmpdir(), 'turno-trial-login-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

const deps = useDeps({ PORT: '4712', TURNO_DEMO: 'on', TURNO_DATA: dataFolder, TURNO_LIMITS: 'off' });
const giulia = /^FRRGLI88D52H501.$/;

async function siteOf(all: Deps): Promise<FastifyInstance> {
  return sliceApp(all, (server) => {
    const end = proveAndLogIn(all, { afterLogin: async () => undefined });
    addIdentityApi(server, all, { afterLogin: async () => undefined });
    samlFederations(all).add(server, { end });
  });
}

let app: FastifyInstance;
beforeAll(async () => {
  await prepareTestProvider(deps.current);
  app = await siteOf(deps.current);
  // The site's own keys take a moment to make.
  for (const name of ['spid', 'cie']) await app.inject(`/auth/${name}/metadata`);
}, 60_000);
afterAll(() => app.close());

/** From the login to the answer, by way of the provider's page. */
async function logIn(browser: SamlBrowser, profile: 'spid' | 'cie' | 'eidas', choice: Record<string, string>) {
  const federation = profile === 'cie' ? 'cie' : 'spid';
  const idp = encodeURIComponent(`${site}/demo/idp/${profile}/metadata`);
  const away = await browser.get(`/auth/${federation}/login?idp=${idp}`);
  const there = here(away.headers.location);
  const page = parse((await browser.get(there)).body);
  const token = page.querySelector('main input[name=_csrf]')?.getAttribute('value') ?? '';
  const answer = await browser.send('POST', there, { fields: { _csrf: token, ...choice } });
  const form = parse(answer.body).querySelector('form[data-at-once]');
  const value = (name: string) => form?.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const fields = { SAMLResponse: value('SAMLResponse'), RelayState: value('RelayState') };
  const back = await browser.send('POST', here(form?.getAttribute('action')), { fields, crossSite: true });
  const me = await browser.get('/api/v1/me');
  return {
    back,
    me: { status: me.statusCode, ...me.json<{ scheme?: string; level?: number; codiceFiscale?: string }>() },
  };
}

/** An address of this site without its beginning. */
function here(address: string | undefined): string {
  expect(address).toMatch(new RegExp(`^${site}/`));
  return address?.slice(site.length) ?? '';
}

describe('with the test provider', () => {
  const newBrowser = () => samlBrowser(app, { https: false });

  it('somebody logs in with SPID, and is who they are', async () => {
    const { back, me } = await logIn(newBrowser(), 'spid', { person: 'giulia.ferri' });
    expect(back.statusCode).toBe(303);
    expect(me).toMatchObject({ status: 200, scheme: 'spid', level: 2 });
    expect(me.codiceFiscale).toMatch(giulia);
  });

  it('somebody logs in whose provider tells no e-mail', async () => {
    const { me } = await logIn(newBrowser(), 'spid', { person: 'bruno.tessari' });
    expect(me).toMatchObject({ status: 200, scheme: 'spid' });
    expect(me.codiceFiscale).toMatch(/^TSSBRN58S02G224.$/);
  });

  it('somebody logs in with CIE, at the level of the card', async () => {
    const { me } = await logIn(newBrowser(), 'cie', { person: 'elena.kofler' });
    expect(me).toMatchObject({ status: 200, scheme: 'cie', level: 3 });
  });

  it('somebody from another country logs in without a codice fiscale', async () => {
    const { me } = await logIn(newBrowser(), 'eidas', { person: 'lena.hoffmann' });
    expect(me).toMatchObject({ status: 200, scheme: 'eidas', codiceFiscale: null });
  });

  it.each(['spid', 'cie'] as const)('each refusal of %s logs nobody in, and says why', async (profile) => {
    for (const refusal of refusals) {
      const { back, me } = await logIn(newBrowser(), profile, { refusal });
      expect([refusal, back.statusCode, me.status]).toEqual([refusal, 403, 401]);
      expect(parse(back.body).querySelector('h1')?.text).toBeTruthy();
    }
  });

  it.each(['spid', 'cie', 'eidas'] as const)(
    'each odd answer of %s is taken or refused, as the provider says it must be',
    async (profile) => {
      const wrong: string[] = [];
      for (const odd of oddNames) {
        const duty = mustDo(odd, { level: profile === 'cie' ? 3 : 2, issuerFormat: profile !== 'cie' });
        const { back, me } = await logIn(newBrowser(), profile, { odd });
        const isIn = me.status === 200 && back.statusCode === 303;
        const isOut = me.status === 401 && back.statusCode === 400;
        const isRight = duty === 'accept' ? isIn : duty === 'refuse' ? isOut : isIn || isOut;
        if (!isRight) wrong.push(`${odd} must ${duty}: ${back.statusCode}, ${me.status}`);
        if (isIn && profile !== 'eidas') expect(me.codiceFiscale).toMatch(giulia);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('a logout there is a logout here, and is answered', async () => {
    const browser = newBrowser();
    await logIn(browser, 'spid', { person: 'chiara.sartori' });
    const overview = parse((await browser.get('/demo/idp')).body);
    const form = overview.querySelectorAll('main form').find((one) => one.innerHTML.includes('Chiara Sartori'));
    const fields = Object.fromEntries(
      (form?.querySelectorAll('input') ?? []).map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    );
    const wish = await browser.send('POST', '/demo/idp/leave', { fields });
    const answer = await browser.get(here(wish.headers.location));
    expect(answer.statusCode).toBe(302);
    const end = await browser.get(here(answer.headers.location));
    expect(end.body).toContain('Uscita conclusa');
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
  });
});

describe('beside a real provider the test provider', () => {
  const real = samlProvider('https://idp.prova.example');

  async function isGone(all: Deps): Promise<void> {
    const beside = await siteOf(all);
    for (const profile of ['spid', 'cie', 'eidas']) {
      const metadata = `${site}/demo/idp/${profile}/metadata`;
      const federation = profile === 'cie' ? 'cie' : 'spid';
      const login = await beside.inject(`/auth/${federation}/login?idp=${encodeURIComponent(metadata)}`);
      expect([profile, login.statusCode]).toEqual([profile, 404]);
      expect((await beside.inject(here(metadata))).statusCode).toBe(404);
    }
    expect((await beside.inject('/demo/idp')).statusCode).toBe(404);
    await beside.close();
  }

  it('is gone where a folder of providers is named, even while it is empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'turno-idp-'));
    const config = { ...deps.current.config, spid: { ...deps.current.config.spid, providersFolder: folder } };
    await isGone({ ...deps.current, config });
    writeFileSync(join(folder, 'real.xml'), real.metadata());
    await isGone({ ...deps.current, config });
    rmSync(folder, { recursive: true });
  });

  it('is gone where one was imported, for whichever federation', async () => {
    for (const profile of ['spid', 'cie'] as const) {
      await deps.current.db
        .insertInto('identity_provider')
        .values({
          profile,
          entity_id: real.entityId,
          metadata: real.metadata(),
          source: null,
          signer: 'somebody',
          imported_at: deps.current.clock.now(),
        })
        .execute();
      await isGone(deps.current);
      await deps.current.db.deleteFrom('identity_provider').execute();
    }
  });

  it('is gone in production', async () => {
    await isGone({ ...deps.current, config: { ...deps.current.config, demo: false } });
  });
});
