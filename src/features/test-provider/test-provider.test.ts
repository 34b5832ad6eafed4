import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { isSignedElement, samlClient } from '#test/saml-client.ts';
import { sliceApp, testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { addTestProvider, metadataFolder, prepareTestProvider } from './index.ts';
import { type ProviderKey, makeKey, providerKey } from './key.ts';
import { oddNames } from './login/odd-answers.ts';
import { refusals } from './login/refusals.ts';
import { childOf, readXml, textOf } from './xml/read.ts';

const names = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
};
const id = `_${'a1'.repeat(20)}`;
const dataFolder = mkdtempSync(join(tmpdir(), 'turno-test-provider-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

describe('the test identity provider', () => {
  const deps = useDeps({ TURNO_DEMO: 'on', TURNO_DATA: dataFolder, TURNO_URL: 'http://turno.example' });
  const destination = 'http://turno.example/demo/idp/spid/sso';
  let app: FastifyInstance;
  let browser: TestBrowser;
  let client: ReturnType<typeof samlClient>;
  let key: ProviderKey;
  let isAlone = true;

  beforeAll(async () => {
    const own = await makeKey(deps.current.clock.now());
    client = samlClient({ address: 'http://turno.example', key: own });
    app = await sliceApp(deps.current, (server, all) => {
      server.get('/auth/spid/metadata', (_request, reply) => reply.type('text/xml').send(client.metadata()));
      server.get('/auth/cie/metadata', (_request, reply) => reply.type('text/xml').send(client.metadata()));
      addTestProvider(server, all, { isAlone: async () => isAlone });
    });
    browser = await testBrowser(app, deps.current);
    await prepareTestProvider(deps.current);
    key = await providerKey(deps.current);
  });
  afterAll(() => app.close());

  const at = () => deps.current.clock.now().toString({ smallestUnit: 'second' });
  const plain = () => client.request({ destination, id, at: at() });
  const address = (xml: string, profile = 'spid') => client.redirect(`/demo/idp/${profile}/sso`, xml);

  async function answered(fields: Record<string, string>) {
    const url = address(plain());
    await browser.get(url);
    const page = await browser.post(url, fields);
    const form = parse(page.body).querySelector('form[data-at-once]');
    const value = (name: string) => form?.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
    const xml = Buffer.from(value('SAMLResponse'), 'base64').toString('utf8');
    return { page, action: form?.getAttribute('action'), relayState: value('RelayState'), xml };
  }

  it('makes its key once, for itself alone, and writes the metadata that our side trusts', async () => {
    const file = join(dataFolder, 'test-provider', 'signing.pem');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    await prepareTestProvider(deps.current);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const metadata = readFileSync(join(metadataFolder(deps.current, 'spid'), 'spid.xml'), 'utf8');
    const root = readXml(metadata);
    const signature = childOf(root, names.signature, 'Signature');
    expect(root?.getAttribute('entityID')).toBe('http://turno.example/demo/idp/spid/metadata');
    expect(signature && isSignedElement(metadata, signature, key.certificate)).toBe(true);
    expect((await browser.get('/demo/idp/spid/metadata')).body).toContain('IDPSSODescriptor');
  });

  it('lists the people of the demo for a request as the rules want it, and says on top that it is a trial', async () => {
    const page = await browser.get(address(plain()));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('AMBIENTE DI PROVA');
    const main = parse(page.body).querySelector('main')?.text ?? '';
    for (const words of [
      'Giulia Ferri',
      'FRRGLI88D52H501',
      'Paola Neri',
      'Bruno Tessari',
      'livello 2',
      'codice fiscale, e-mail',
    ])
      expect(main).toContain(words);
    expect(main).not.toContain('Clara Benetti');
  });

  it.each([
    ['signature', (xml: string) => address(xml).replace('opaque', 'other')],
    ['version', (xml: string) => address(xml.replace('Version="2.0"', 'Version="1.1"'))],
    ['issuer', (xml: string) => address(xml.replace('>http://turno.example<', '>http://other.example<'))],
    ['issuer-format', (xml: string) => address(xml.replace(/ NameQualifier="[^"]+"/, ''))],
    ['id', (xml: string) => address(xml.replace(id, '1'))],
    ['context', (xml: string) => address(xml.replace('SpidL2', 'Unknown'))],
    ['comparison', (xml: string) => address(xml.replace('minimum', 'least'))],
    ['force-authn', (xml: string) => address(xml.replace(' ForceAuthn="true"', ''))],
    ['instant', (xml: string) => address(xml.replace(/IssueInstant="[^"]+"/, 'IssueInstant="2026-11-22T09:00:00Z"'))],
    ['destination', (xml: string) => address(xml.replace(destination, 'http://other.example/sso'))],
    ['is-passive', (xml: string) => address(xml.replace(' ForceAuthn', ' IsPassive="false" ForceAuthn'))],
    ['consumer', (xml: string) => address(xml.replace('ServiceIndex="0"', 'ServiceIndex="7"'))],
    ['name-id', (xml: string) => address(xml.replace('transient"/>', 'transient" AllowCreate="true"/>'))],
    ['attribute-set', (xml: string) => address(xml.replace('ConsumingServiceIndex="0"', 'ConsumingServiceIndex="7"'))],
    [
      'scoping',
      (xml: string) => address(xml.replace('</samlp:AuthnRequest>', '<samlp:Scoping/></samlp:AuthnRequest>')),
    ],
    ['xml', (xml: string) => address(`<!DOCTYPE a>${xml}`)],
  ] as const)('refuses a request with a wrong %s, and says what is wrong', async (fault, made) => {
    const { requestFaults } = await import('./login/authn-request.rules.ts');
    const page = await browser.get(made(plain()));
    expect(page.statusCode).toBe(400);
    expect(page.body).toContain(`ErrorCode ${requestFaults[fault]}`);
    expect(page.body).not.toContain('Giulia Ferri');
  });

  it('is not fooled by an address without a request, or a profile that it does not play', async () => {
    expect((await browser.get('/demo/idp/spid/sso')).statusCode).toBe(400);
    expect((await browser.get('/demo/idp/spid/sso?SAMLRequest=%%%')).statusCode).toBe(400);
    expect((await browser.get(address(plain(), 'other'))).statusCode).toBe(404);
  });

  it('answers as the person chosen, with the attributes asked for, assertion and response signed', async () => {
    const { page, action, relayState, xml } = await answered({ person: 'giulia.ferri' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("form-action 'self' http://turno.example");
    expect({ action, relayState }).toEqual({ action: 'http://turno.example/acs', relayState: 'opaque' });
    const root = readXml(xml);
    const assertion = childOf(root, names.assertion, 'Assertion');
    for (const of of [root, assertion]) {
      const signature = childOf(of, names.signature, 'Signature');
      expect(signature && isSignedElement(xml, signature, key.certificate)).toBe(true);
    }
    expect(root?.getAttribute('InResponseTo')).toBe(id);
    expect(textOf(childOf(root, names.assertion, 'Issuer'))).toBe('http://turno.example/demo/idp/spid/metadata');
    const told = [...xml.matchAll(/Name="(\w+)"[^>]*><saml:AttributeValue[^>]*>([^<]*)</g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(told).toEqual([
      ['name', 'Giulia'],
      ['fiscalNumber', expect.stringMatching(/^TINIT-FRRGLI88D52H501.$/)],
      ['email', 'giulia.ferri@demo.example'],
    ]);
    expect(xml).toContain('https://www.spid.gov.it/SpidL2');
  });

  it('leaves out what a person has not told', async () => {
    expect((await answered({ person: 'bruno.tessari' })).xml).not.toContain('Name="email"');
  });

  it.each(refusals)('says no with %s, and without an assertion', async (refusal) => {
    const { xml } = await answered({ refusal });
    const root = readXml(xml);
    const signature = childOf(root, names.signature, 'Signature');
    expect(signature && isSignedElement(xml, signature, key.certificate)).toBe(true);
    expect(childOf(root, names.assertion, 'Assertion')).toBeUndefined();
    const message = childOf(childOf(root, names.protocol, 'Status'), names.protocol, 'StatusMessage');
    expect(textOf(message)).toBe(refusal === 'no-code' ? undefined : `ErrorCode ${refusal}`);
  });

  it('gives each odd answer that it lists', async () => {
    const written = new Set<string>();
    for (const odd of oddNames) {
      const { page, xml } = await answered({ odd });
      expect(page.statusCode, odd).toBe(200);
      written.add(xml.replaceAll(/ID="[^"]+"|<ds:(Digest|Signature)Value>[^<]*|_[0-9a-f]{40}/g, ''));
    }
    // Those alike in words differ in who signed, or in the request they name.
    expect(written.size).toBeGreaterThan(oddNames.length - 6);
  });

  it('sends nothing for an answer it does not know, or a form of another site', async () => {
    expect((await answered({ person: 'nobody' })).page.statusCode).toBe(422);
    expect((await answered({ refusal: 'nr99' })).page.statusCode).toBe(422);
    const forged = await browser.post(address(plain()), { person: 'giulia.ferri', _csrf: 'forged' });
    expect(forged.statusCode).toBe(403);
    expect(forged.body).not.toContain('SAMLResponse');
  });

  it('ends a login at the wish of either side', async () => {
    const { xml } = await answered({ person: 'marco.bellandi' });
    const nameId = /<saml:NameID[^>]*>([^<]+)</.exec(xml)?.[1] ?? '';
    const index = /SessionIndex="([^"]+)"/.exec(xml)?.[1] ?? '';
    const slo = 'http://turno.example/demo/idp/spid/slo';
    const overview = await browser.get('/demo/idp');
    expect(overview.body).toContain('Marco Bellandi');
    const left = await browser.post('/demo/idp/leave', { session: index });
    expect(left.headers.location).toMatch(/^http:\/\/turno\.example\/logout\?SAMLRequest=.*&Signature=/);
    expect((await browser.get('/demo/idp')).body).not.toContain(`value="${index}"`);
    const wish =
      `<samlp:LogoutRequest xmlns:samlp="${names.protocol}" xmlns:saml="${names.assertion}" ID="${id}" Version="2.0" IssueInstant="${at()}" Destination="${slo}">` +
      `<saml:Issuer>http://turno.example</saml:Issuer><saml:NameID>${nameId}</saml:NameID><samlp:SessionIndex>${index}</samlp:SessionIndex></samlp:LogoutRequest>`;
    const told = await browser.get(client.redirect('/demo/idp/spid/slo', wish));
    expect(told.headers.location).toMatch(/^http:\/\/turno\.example\/logout\?SAMLResponse=.*&RelayState=opaque&/);
    const forged = client.redirect('/demo/idp/spid/slo', wish).replace('opaque', 'other');
    expect((await browser.get(forged)).statusCode).toBe(400);
  });

  it('plays CIE as CIE is: no Format of issuers, and always the highest level', async () => {
    const cie = client.request({ destination: destination.replace('spid', 'cie'), id, at: at() });
    await browser.get(address(cie, 'cie'));
    const page = await browser.post(address(cie, 'cie'), { person: 'elena.kofler' });
    const value = parse(page.body).querySelector('input[name=SAMLResponse]')?.getAttribute('value') ?? '';
    const xml = Buffer.from(value, 'base64').toString('utf8');
    expect(xml).toContain('<saml:Issuer>http://turno.example/demo/idp/cie/metadata</saml:Issuer>');
    expect(xml).toContain('https://www.spid.gov.it/SpidL3');
  });

  it('is not there beside real providers', async () => {
    isAlone = false;
    for (const url of ['/demo/idp', '/demo/idp/spid/metadata', address(plain())]) {
      expect((await browser.get(url)).statusCode).toBe(404);
    }
    isAlone = true;
  });

  it('does not exist in production, and makes no key there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'turno-test-provider-'));
    const config = { ...deps.current.config, demo: false, dataFolder: folder };
    const real = { ...deps.current, config };
    await prepareTestProvider(real);
    expect(() => statSync(join(folder, 'test-provider'))).toThrow();
    const production = await sliceApp(real, (server, all) =>
      addTestProvider(server, all, { isAlone: async () => true }),
    );
    expect((await production.inject({ url: '/demo/idp' })).statusCode).toBe(404);
    await production.close();
    rmSync(folder, { recursive: true });
  });
});
