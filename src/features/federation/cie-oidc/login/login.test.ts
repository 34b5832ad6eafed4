import type { FastifyRequest } from 'fastify';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { signIntent } from '#features/identity/index.ts';
import { ada, fiscalNumber, level, useCieSite } from '#test/cie-provider/cie-site.ts';
import { signedRequest } from '#test/cie-provider/registered-party.ts';
import { revokeToken } from '../logout/revoke-token.job.ts';

const cie = await useCieSite();
const { anchor, provider, site, leave, walk, me } = cie;
const { claims } = ada;

describe('logging in with CIE over OpenID Connect', () => {
  it('leaves with a signed request that holds state, nonce, proof key and level, and is for this provider alone', async () => {
    const address = new URL(await leave());
    expect(address.href.startsWith(`${provider.issuer}/auth?`)).toBe(true);
    expect([...address.searchParams.keys()].toSorted()).toEqual(
      ['client_id', 'code_challenge', 'code_challenge_method', 'request', 'response_type', 'scope'].toSorted(),
    );
    const request = signedRequest(address.href);
    expect(request).toMatchObject({
      iss: site,
      client_id: site,
      aud: provider.issuer,
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${site}/auth/cie/oidc/callback`,
      acr_values: level(2),
      prompt: 'consent login',
    });
    for (const name of ['state', 'nonce']) expect(request[name]).toMatch(/^[a-z0-9]{32,}$/i);
    expect(Number(request['exp']) - Number(request['iat'])).toBeLessThanOrEqual(300);
    expect(decodeProtectedHeader(address.searchParams.get('request') ?? '').alg).toBe('RS256');
  });

  it('opens a session for whom the provider proves, and leads to where one was going', async () => {
    const back = await walk('?next=/offices');
    const entered = await cie.browser.get(back);
    expect(entered.statusCode).toBe(303);
    expect(entered.headers.location).toBe('/offices');
    const answer = await me();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      scheme: 'cie',
      level: 2,
      givenName: 'Ada',
      familyName: 'Bellandi',
      birthDate: '1985-04-12',
      codiceFiscale: 'BLLDAA85D52H501X',
      email: 'ada@posta.example',
      emailVerified: true,
    });
  });

  it('leads to no other site, whatever was asked', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const by = await cie.newBrowser();
      const entered = await by.get(await walk(`?next=${encodeURIComponent(next)}`, by));
      expect(entered.headers.location).toMatch(/^\/(?![/\\])/);
    }
  });

  it('is the same person at the second time, and without an e-mail too', async () => {
    const { email: _email, ...without } = claims;
    provider.next({ ...ada, claims: { ...without, given_name: 'Bruno', [fiscalNumber]: 'TINIT-RSSBRN80A01H501E' } });
    await cie.browser.get(await walk());
    const first = (await me()).json<{ email: string; codiceFiscale: string }>();
    expect(first).toMatchObject({ email: '', codiceFiscale: 'RSSBRN80A01H501E' });
    const other = await cie.newBrowser();
    await other.get(await walk('', other));
    const { rows } = await cie.deps.pool.query("SELECT FROM account WHERE given_name = 'Bruno'");
    expect(rows).toHaveLength(1);
  });

  it('takes an address that the provider was only told for no proof', async () => {
    const unproved = { ...claims, email: 'altrui@posta.example', email_verified: false };
    provider.next({ ...ada, claims: { ...unproved, [fiscalNumber]: 'TINIT-VRDNNA82B41F205K' } });
    await cie.browser.get(await walk());
    expect((await me()).json()).toMatchObject({ email: '' });
  });

  it('wants the level that was asked, and takes a higher one', async () => {
    provider.next({ ...ada, acr: level(1) });
    const refused = await cie.browser.get(await walk('?next=/offices'));
    // The provider itself asks again for the level; an answer with less is refused here.
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('livello di sicurezza');
    expect((await me()).statusCode).toBe(401);
    provider.next({ ...ada, acr: level(3) });
    const by = await cie.newBrowser();
    await by.get(await walk('', by));
    expect((await me(by)).json()).toMatchObject({ level: 3 });
  });

  it('asks for the level that somebody was sent with, and takes none below it', async () => {
    const nobody = { viewer: null, headers: {}, cookies: {} } as unknown as FastifyRequest;
    const intent = signIntent(cie.deps, nobody, { purpose: 'login', level: 3, next: '/offices' });
    const query = `?intent=${encodeURIComponent(intent)}`;
    expect(signedRequest(await leave(query))).toMatchObject({ acr_values: level(3) });
    expect((await cie.browser.get(await walk(query))).statusCode).toBe(403);
    provider.next({ ...ada, acr: level(3) });
    expect((await cie.browser.get(await walk(query))).headers.location).toBe('/offices');
    expect((await me()).json()).toMatchObject({ scheme: 'cie', level: 3 });
  });

  it('says when somebody did not want to, opens no session and offers another try that goes the same way', async () => {
    provider.next({ ...ada, error: 'access_denied' });
    const page = await cie.browser.get(await walk('?next=/offices'));
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('Hai annullato');
    expect((await me()).statusCode).toBe(401);
    provider.next(ada);
    const again = /href="(\/auth\/cie\/oidc\/login\?intent=[^"]+)"/.exec(page.body)?.[1] ?? '';
    const entered = await cie.browser.get(await walk(again.slice('/auth/cie/oidc/login'.length)));
    expect(entered.headers.location).toBe('/offices');
  });

  it('takes an answer once, from the browser that left, and with nothing changed', async () => {
    const back = await walk();
    const stranger = await cie.newBrowser();
    await stranger.get('/auth/cie/oidc/login');
    expect((await stranger.get(back)).statusCode).toBe(400);
    expect((await (await cie.newBrowser()).get(back)).statusCode).toBe(400);
    expect((await cie.browser.get(back)).statusCode).toBe(303);
    expect((await cie.browser.get(back)).statusCode).toBe(400);
    for (const [name, value, status] of [
      ['state', 'a'.repeat(64), 400],
      ['iss', 'https://other.example', 502],
      ['code', 'abc', 502],
    ] as const) {
      const by = await cie.newBrowser();
      const changed = new URL(`${site}${await walk('', by)}`);
      changed.searchParams.set(name, value);
      expect((await by.get(changed.href.slice(site.length))).statusCode).toBe(status);
      expect((await me(by)).statusCode).toBe(401);
    }
  });

  it('takes no code that was made for another request', async () => {
    const other = await cie.newBrowser();
    const code = new URL(`${site}${await walk('', other)}`).searchParams.get('code') ?? '';
    const own = new URL(`${site}${await walk()}`);
    own.searchParams.set('code', code);
    expect((await cie.browser.get(own.href.slice(site.length))).statusCode).toBe(502);
    expect((await me()).statusCode).toBe(401);
  });

  it('refuses a person without the details that were asked for', async () => {
    const { [fiscalNumber]: _code, ...without } = claims;
    provider.next({ ...ada, claims: without });
    expect((await cie.browser.get(await walk())).statusCode).toBe(502);
    expect((await me()).statusCode).toBe(401);
  });

  it('revokes the access token at logout', async () => {
    await cie.browser.get(await walk());
    const { rows } = await cie.deps.pool.query<{ id: string; token_cipher: Buffer }>(
      'SELECT id, token_cipher FROM cie_token ORDER BY id DESC LIMIT 1',
    );
    const [row] = rows;
    const token = cie.deps.secrets.decrypt(row?.token_cipher ?? Buffer.alloc(0));
    expect(await provider.knows(token)).toBe(true);
    await cie.browser.get('/profile');
    const out = await cie.browser.post('/logout', {});
    expect(out.headers.location).toBe('/login?notice=out');
    expect((await me()).statusCode).toBe(401);
    const asked = await cie.deps.db.selectFrom('outbox').selectAll().where('task', '=', 'revoke-cie-token').execute();
    expect(asked.map(({ payload }) => payload)).toContainEqual({ id: row?.id });
    await revokeToken(cie.deps, { id: row?.id });
    expect(await provider.knows(token)).toBe(false);
    await revokeToken(cie.deps, { id: row?.id });
  });

  it('tells the federation who we are', async () => {
    const answer = await cie.browser.get('/.well-known/openid-federation');
    expect(answer.headers['content-type']).toBe('application/entity-statement+jwt');
    expect(decodeJwt(answer.body)).toMatchObject({
      iss: site,
      sub: site,
      authority_hints: [anchor.entity],
      metadata: {
        federation_entity: { homepage_uri: site, federation_resolve_endpoint: `${site}/auth/cie/oidc/resolve` },
        openid_relying_party: {
          client_registration_types: ['automatic'],
          redirect_uris: [`${site}/auth/cie/oidc/callback`],
          token_endpoint_auth_method: 'private_key_jwt',
        },
      },
    });
    expect(answer.body).not.toContain('"d"');
    expect(JSON.stringify(decodeJwt(answer.body))).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    const resolve = (sub: string) =>
      cie.browser.get(
        `/auth/cie/oidc/resolve?sub=${encodeURIComponent(sub)}&anchor=${encodeURIComponent(anchor.entity)}`,
      );
    expect(decodeJwt((await resolve(provider.issuer)).body)).toMatchObject({
      sub: provider.issuer,
      metadata: { openid_provider: { subject_types_supported: ['pairwise'], organization_name: 'Ambiente di prova' } },
    });
    expect((await resolve('https://other.example')).statusCode).toBe(404);
  });
});
