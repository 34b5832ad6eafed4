import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addIdentityApi, proveAndLogIn } from '#features/identity/index.ts';
import { useDeps } from '#test/deps.ts';
import { type SamlBrowser, samlBrowser, usualAnswer } from '#test/saml-journey.ts';
import { samlProvider } from '#test/saml-provider.ts';
import { sliceApp } from '#test/slice-app.ts';
import { isSignedQuery, redirectAddress, redirectedMessage } from '../saml/redirect-binding.ts';
import { addSpid, createSpid } from '../spid/spid.ts';

const site = 'http://127.0.0.1:4712';
const folder = mkdtempSync(join(tmpdir(), 'turno-idp-'));
const idp = samlProvider('https://idp.prova.example');
const stranger = samlProvider('https://idp.prova.example');
writeFileSync(join(folder, 'idp.xml'), idp.metadata());
const deps = useDeps({ PORT: '4712', TURNO_SPID_IDP_DIR: folder, TURNO_LIMITS: 'off' });
let app: FastifyInstance;

beforeAll(async () => {
  app = await sliceApp(deps.current, (made, all) => {
    addIdentityApi(made, all, { afterLogin: async () => undefined });
    const end = proveAndLogIn(all, { afterLogin: async () => undefined });
    addSpid(made, all, { spid: createSpid(all), end });
  });
  await app.inject('/auth/spid/metadata');
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function loggedIn(): Promise<SamlBrowser> {
  const browser = samlBrowser(app, { https: false });
  const { requestId } = await browser.begin(idp.entityId);
  await browser.answer(idp.respond(usualAnswer(site, requestId, deps.current.clock.now())));
  expect((await browser.get('/api/v1/me')).statusCode).toBe(200);
  return browser;
}

function wish(change: (xml: string) => string = (xml) => xml): string {
  const issued = deps.current.clock.now().toString({ smallestUnit: 'second' });
  return change(
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_logout" Version="2.0" IssueInstant="${issued}" Destination="${site}/auth/spid/logout"><saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">${idp.entityId}</saml:Issuer><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_transient</saml:NameID></samlp:LogoutRequest>`,
  );
}

function addressOf(xml: string, { privateKey } = idp): string {
  return redirectAddress('/auth/spid/logout', { name: 'SAMLRequest', xml, relayState: 'theirs', privateKey });
}

async function certificate(): Promise<string> {
  const [, body = ''] = /<ds:X509Certificate>([^<]+)</.exec((await app.inject('/auth/spid/metadata')).body) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;
}

async function expectAnswer(location: string | undefined): Promise<void> {
  const address = new URL(location ?? 'about:blank');
  expect(`${address.origin}${address.pathname}`).toBe(`${idp.entityId}/slo`);
  expect(address.searchParams.get('RelayState')).toBe('theirs');
  const query = address.search.slice(1);
  expect(isSignedQuery(query, 'SAMLResponse', [await certificate()])).toBe(true);
  const xml = redirectedMessage(query, 'SAMLResponse');
  expect(xml).toContain('InResponseTo="_logout"');
  expect(xml).toContain(`Destination="${idp.entityId}/slo"`);
  expect(xml).toContain('status:Success');
}

it('a query in which a name comes twice, once written in other letters, is not signed', () => {
  const signed = addressOf(wish()).split('?')[1] ?? '';
  expect(isSignedQuery(signed, 'SAMLRequest', [idp.certificate])).toBe(true);
  for (const name of ['SAMLRequest', 'SAML%52equest', 'Relay%53tate'])
    expect(isSignedQuery(`${name}=other&${signed}`, 'SAMLRequest', [idp.certificate])).toBe(false);
});

describe('a provider that tells of a logout', () => {
  it('by redirect: the session ends and the provider is answered', async () => {
    const browser = await loggedIn();
    const response = await browser.get(addressOf(wish()));
    expect(response.statusCode).toBe(302);
    await expectAnswer(response.headers.location);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
  });

  it('by POST from its own page: the browser comes once more, with its session', async () => {
    const browser = await loggedIn();
    const SAMLRequest = Buffer.from(idp.sign(wish(), 'LogoutRequest')).toString('base64');
    const fields = { SAMLRequest, RelayState: 'theirs' };
    const first = await browser.send('POST', '/auth/spid/logout', { fields, crossSite: true });
    expect(first.statusCode).toBe(303);
    const second = await browser.get(first.headers.location ?? '');
    await expectAnswer(second.headers.location);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
  });

  it('is answered where nobody is logged in, too', async () => {
    const response = await samlBrowser(app, { https: false }).get(addressOf(wish()));
    await expectAnswer(response.headers.location);
  });

  it.each<[string, () => string]>([
    ['that is signed by somebody else', () => addressOf(wish(), stranger)],
    ['that is not signed', () => addressOf(wish()).replace(/&Signature=.*/, '')],
    ['that was changed', () => addressOf(wish()).replace('RelayState=theirs', 'RelayState=other')],
    ['that says something twice', () => `${addressOf(wish())}&RelayState=other`],
    ['for another site', () => addressOf(wish((xml) => xml.replace(site, 'https://altrove.example')))],
    ['of long ago', () => addressOf(wish((xml) => xml.replace(/IssueInstant="\d{4}/, 'IssueInstant="2020')))],
    ['of an unknown provider', () => addressOf(wish((xml) => xml.replace(idp.entityId, 'https://altro.example')))],
    ['with a document type', () => addressOf(wish((xml) => `<!DOCTYPE a>${xml}`))],
    ['that is nothing', () => '/auth/spid/logout'],
    ['made up by whoever knows the address', () => '/auth/spid/logout?checked=e30.AAAA'],
  ])('is not believed in a wish %s', async (_name, address) => {
    const browser = await loggedIn();
    expect((await browser.get(address())).statusCode).toBe(400);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(200);
  });

  it('is not believed by POST without a signature in the wish', async () => {
    const browser = await loggedIn();
    for (const xml of [wish(), stranger.sign(wish(), 'LogoutRequest')]) {
      const fields = { SAMLRequest: Buffer.from(xml).toString('base64') };
      const response = await browser.send('POST', '/auth/spid/logout', { fields, crossSite: true });
      expect(response.statusCode).toBe(400);
    }
    expect((await browser.get('/api/v1/me')).statusCode).toBe(200);
  });

  it('its answer to a logout that began here ends on the login page', async () => {
    const response = await samlBrowser(app, { https: false }).get('/auth/spid/logout?SAMLResponse=anything');
    expect(response.headers.location).toBe('/login?notice=out');
  });
});
