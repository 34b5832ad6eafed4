import { createVerify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addIdentityApi, proveAndLogIn } from '#features/identity/index.ts';
import { useDeps } from '#test/deps.ts';
import { samlBrowser, usualAnswer } from '#test/saml-journey.ts';
import { metadataOf, provedAda, samlProvider } from '#test/saml-provider.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addSpid, createSpid } from '../spid/spid.ts';

const site = 'http://127.0.0.1:4711';
const folder = mkdtempSync(join(tmpdir(), 'turno-idp-'));
const idp = samlProvider('https://idp.prova.example');
const other = samlProvider('https://altro.prova.example');
writeFileSync(join(folder, 'idp.xml'), idp.metadata());
writeFileSync(join(folder, 'other.xml'), other.metadata());
writeFileSync(join(folder, 'broken.xml'), '<md:EntityDescriptor');
writeFileSync(join(folder, 'notes.txt'), 'not metadata');

const deps = useDeps({ PORT: '4711', TURNO_SPID_IDP_DIR: folder, TURNO_LIMITS: 'off' });
let app: FastifyInstance;
const newBrowser = () => samlBrowser(app, { https: false });
const now = () => deps.current.clock.now();

beforeAll(async () => {
  app = await sliceApp(deps.current, (made, all) => {
    const end = proveAndLogIn(all, { afterLogin: async () => undefined });
    addIdentityApi(made, all, { afterLogin: async () => undefined });
    addSpid(made, all, { spid: createSpid(all), end });
  });
  // The site's own key takes a moment to make.
  await app.inject('/auth/spid/metadata');
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const me = async (browser: ReturnType<typeof newBrowser>) => browser.get('/api/v1/me');
const outcomeOf = async (requestId: string) =>
  deps.current.db.selectFrom('saml_login').selectAll().where('request_id', '=', requestId).executeTakeFirst();

describe('a login with SPID', () => {
  it('leads to the provider with a signed request, and back into a session of the person', async () => {
    const browser = newBrowser();
    const { response, address, xml, requestId } = await browser.begin(idp.entityId, { next: '/bookings' });
    expect(response.statusCode).toBe(302);
    expect(`${address.origin}${address.pathname}`).toBe(idp.loginUrl);
    expect(xml).toMatch(/^<samlp:AuthnRequest .*Version="2.0".* ForceAuthn="true"/);
    expect(xml).toContain(`Destination="${idp.loginUrl}"`);
    expect(xml).toContain('AssertionConsumerServiceIndex="0" AttributeConsumingServiceIndex="0"');
    expect(xml).toContain(
      `<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity" NameQualifier="${site}">${site}</saml:Issuer>`,
    );
    expect(xml).toContain('<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"/>');
    expect(xml).toContain(
      '<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>https://www.spid.gov.it/SpidL2<',
    );
    expect(xml).toMatch(/IssueInstant="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/);
    expect(xml).not.toMatch(/IsPassive|AllowCreate|Scoping|AssertionConsumerServiceURL|ProtocolBinding/);
    expect(address.searchParams.get('RelayState')).toMatch(/^_[0-9a-f]{40}$/);

    const answer = await browser.answer(idp.respond(usualAnswer(site, requestId, now())));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/bookings']);
    expect(answer.cookies.find(({ name }) => name === 'turno_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    });
    const person = await me(browser);
    expect(person.statusCode).toBe(200);
    expect(person.json()).toMatchObject({
      scheme: 'spid',
      level: 2,
      codiceFiscale: 'BNCDAA85D51F205K',
      givenName: 'Ada',
    });
  });

  it('signs its request with the key of its metadata, over the query as it was sent', async () => {
    const { address } = await newBrowser().begin(idp.entityId);
    const [signed = '', signature = ''] = address.search.slice(1).split('&Signature=');
    const metadata = (await app.inject('/auth/spid/metadata')).body;
    const [, body = ''] = /<ds:X509Certificate>([^<]+)</.exec(metadata) ?? [];
    const certificate = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;
    expect(signed).toMatch(/^SAMLRequest=[^&]+&RelayState=[^&]+&SigAlg=[^&]+rsa-sha256$/);
    expect(createVerify('sha256').update(signed).verify(certificate, decodeURIComponent(signature), 'base64')).toBe(
      true,
    );
  });

  it('works without an e-mail address, also directly afterwards', async () => {
    const browser = newBrowser();
    const { requestId } = await browser.begin(idp.entityId);
    const attributes = { name: 'Ugo', familyName: 'Neri', fiscalNumber: 'TINIT-NREGUO70A01H501X' };
    const answer = await browser.answer(idp.respond({ ...usualAnswer(site, requestId, now()), attributes }));
    expect(answer.statusCode).toBe(303);
    const person = await me(browser);
    expect([person.statusCode, person.json<{ codiceFiscale: string }>().codiceFiscale]).toEqual([
      200,
      'NREGUO70A01H501X',
    ]);
  });

  it('is kept with its question and its answer, encrypted', async () => {
    const browser = newBrowser();
    const { requestId, xml } = await browser.begin(idp.entityId);
    const response = idp.respond(usualAnswer(site, requestId, now()));
    await browser.answer(response);
    const row = await outcomeOf(requestId);
    expect(row?.outcome).toBe('logged-in');
    expect(row?.response_cipher?.includes('BNCDAA85D51F205K')).toBe(false);
    const { secrets } = deps.current;
    expect(row && secrets.decrypt(row.request_cipher)).toBe(xml);
    expect(row?.response_cipher && secrets.decrypt(row.response_cipher)).toBe(response);
  });
});

describe('an answer is taken once, in time, and from the browser that asked', () => {
  it('not a second time', async () => {
    const browser = newBrowser();
    const { requestId } = await browser.begin(idp.entityId);
    const xml = idp.respond(usualAnswer(site, requestId, now()));
    expect((await browser.answer(xml)).statusCode).toBe(303);
    const again = newBrowser();
    for (const [name, cookie] of browser.jar) if (name !== 'turno_session') again.jar.set(name, cookie);
    expect((await again.answer(xml)).statusCode).toBe(400);
    expect((await me(again)).statusCode).toBe(401);
  });

  it('not twice at the same moment', async () => {
    const browser = newBrowser();
    const { requestId } = await browser.begin(idp.entityId);
    const xml = idp.respond(usualAnswer(site, requestId, now()));
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.answer(xml)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 400, 400, 400]);
  });

  it('not from another browser', async () => {
    const { requestId } = await newBrowser().begin(idp.entityId);
    const stranger = newBrowser();
    expect((await stranger.answer(idp.respond(usualAnswer(site, requestId, now())))).statusCode).toBe(400);
    await stranger.begin(idp.entityId);
    expect((await stranger.answer(idp.respond(usualAnswer(site, requestId, now())))).statusCode).toBe(400);
    expect((await outcomeOf(requestId))?.answered_at).toBeNull();
  });

  it('not to a question that nobody asked, or that was asked too long ago', async () => {
    const browser = newBrowser();
    expect((await browser.answer(idp.respond(usualAnswer(site, '_unasked', now())))).statusCode).toBe(400);
    const { requestId } = await browser.begin(idp.entityId);
    const { clock } = deps.current;
    clock.advance({ minutes: 15 });
    expect((await browser.answer(idp.respond(usualAnswer(site, requestId, now())))).statusCode).toBe(400);
  });

  it('not from another provider than was asked', async () => {
    const browser = newBrowser();
    const { requestId } = await browser.begin(idp.entityId);
    expect((await browser.answer(other.respond(usualAnswer(site, requestId, now())))).statusCode).toBe(400);
    expect((await outcomeOf(requestId))?.outcome).toBe('issuer');
    const { requestId: second } = await browser.begin(idp.entityId);
    const disguised = {
      ...usualAnswer(site, second, now()),
      before: (xml: string) => xml.replaceAll(other.entityId, idp.entityId),
    };
    expect((await browser.answer(other.respond(disguised))).statusCode).toBe(400);
  });

  it.each(['', 'nonsense', '<xml/>'])('not when it is no answer at all: %j', async (text) => {
    const response = await newBrowser().answer(text);
    expect(response.statusCode).toBe(400);
    expect(parse(response.body).querySelector('main')?.text).not.toMatch(/saml|xml|firma|stack/i);
  });

  it('leads nowhere but into this site', async () => {
    for (const next of ['https://altrove.example/', '//altrove.example', '/\\altrove.example', 'javascript:alert(1)']) {
      const browser = newBrowser();
      const { requestId } = await browser.begin(idp.entityId, { next });
      const answer = await browser.answer(idp.respond(usualAnswer(site, requestId, now())));
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toMatch(/^\/(?![/\\])/);
      expect(answer.headers.location).not.toContain('altrove');
    }
  });
});

describe('the cookie that binds an answer to a browser', () => {
  const marks = async (made: FastifyInstance) =>
    (await made.inject(`/auth/spid/login?idp=${encodeURIComponent(idp.entityId)}`)).cookies.filter(({ name }) =>
      name.includes('turno_login'),
    );

  it('is there twice where the site has no HTTPS, once for browsers that want it', async () => {
    const [across, here, ...more] = await marks(app);
    expect(more).toEqual([]);
    expect(across).toMatchObject({ sameSite: 'None', secure: true, httpOnly: true, path: '/auth' });
    expect(here).toMatchObject({ httpOnly: true, path: '/auth' });
    expect(here?.sameSite).toBeUndefined();
    expect(here?.secure).toBeUndefined();
    expect(here?.value).toBe(across?.value);
  });

  it('is there once, across sites, with HTTPS; the site’s own cookies do not come along', async () => {
    const publicUrl = 'https://turno.comune.example';
    const config = { ...deps.current.config, publicUrl, spid: { ...deps.current.config.spid, entityId: publicUrl } };
    const secure = await sliceApp({ ...deps.current, config }, (made, all) => {
      const end = proveAndLogIn(all, { afterLogin: async () => undefined });
      addIdentityApi(made, all, { afterLogin: async () => undefined });
      addSpid(made, all, { spid: createSpid(all), end });
    });
    expect((await marks(secure)).map(({ name }) => name)).toEqual(['__Secure-turno_login']);
    const browser = samlBrowser(secure, { https: true });
    browser.jar.set('turno_session', { value: 'of somebody else', sameSite: 'Lax', path: '/', secure: true });
    const { requestId } = await browser.begin(idp.entityId);
    const answer = await browser.answer(idp.respond(usualAnswer(publicUrl, requestId, now())));
    expect(answer.statusCode).toBe(303);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(200);
    await secure.close();
  });
});

describe('a provider that does not log somebody in', () => {
  it.each([
    [19, 'Troppi tentativi'],
    [20, 'non arriva al livello'],
    [21, 'Il tempo per entrare è finito'],
    [22, 'Non hai dato il consenso'],
    [23, 'sospesa o revocata'],
    [25, 'Hai annullato'],
    [30, 'Questo tipo di identità'],
  ])('number %i is a page that says why, with a way to try again', async (number, words) => {
    const browser = newBrowser();
    const { requestId } = await browser.begin(idp.entityId, { next: '/holds/1' });
    const answer = await browser.answer(idp.refuse(usualAnswer(site, requestId, now()), `ErrorCode nr${number}`));
    expect(answer.statusCode).toBe(403);
    const document = parse(answer.body);
    expect(document.querySelector('h1')?.text).toContain(words);
    const again = document.querySelector('.t-ways a')?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '';
    expect(again).toMatch(/^\/auth\/spid\/login\?idp=/);
    expect((await outcomeOf(requestId))?.outcome).toBe(`nr${number}`);
    expect((await me(browser)).statusCode).toBe(401);
    // What was wanted before is still known.
    const second = await browser.get(again);
    const packed = new URL(second.headers.location ?? '').searchParams.get('SAMLRequest');
    expect(packed).not.toBeNull();
  });

  it('speaks the language that the person had chosen, though its cookie does not come along', async () => {
    const browser = newBrowser();
    browser.jar.set('turno_lang', { value: 'en', sameSite: 'Lax', path: '/', secure: false });
    const { requestId } = await browser.begin(idp.entityId);
    const answer = await browser.answer(idp.refuse(usualAnswer(site, requestId, now()), 'ErrorCode nr25'));
    expect(answer.headers['content-language']).toBe('en');
    expect(parse(answer.body).querySelector('h1')?.text).toContain('You cancelled the login');
  });
});

describe('the providers of the folder', () => {
  it('are the good ones; nobody is sent to others', async () => {
    const unknown = await newBrowser().get('/auth/spid/login?idp=https%3A%2F%2Faltrove.example');
    expect([unknown.statusCode, unknown.headers.location]).toEqual([404, undefined]);
    expect((await newBrowser().get('/auth/spid/login')).statusCode).toBe(404);
  });

  it('are read again when a file comes, and when one brings new keys', async () => {
    const late = samlProvider('https://tardi.prova.example');
    writeFileSync(join(folder, 'late.xml'), late.metadata());
    await expect
      .poll(async () => (await newBrowser().begin(late.entityId)).response.statusCode, { timeout: 5000 })
      .toBe(302);
    const renewed = samlProvider(late.entityId);
    writeFileSync(join(folder, 'late.xml'), metadataOf(late.entityId, [late.certificate, renewed.certificate]));
    await expect
      .poll(
        async () => {
          const browser = newBrowser();
          const { requestId } = await browser.begin(late.entityId);
          const wish = { ...usualAnswer(site, requestId, now()), attributes: provedAda };
          return (await browser.answer(renewed.respond(wish))).statusCode;
        },
        { timeout: 5000, interval: 600 },
      )
      .toBe(303);
  });
});
