import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Forged } from '#test/cie-provider/answers.ts';
import { ada, useCieSite } from '#test/cie-provider/cie-site.ts';
import { federationKey } from '#test/cie-provider/federation-key.ts';

const cie = await useCieSite();
const stranger = await federationKey();
const withClaims = (more: JWTPayload): Forged => ({ idToken: (claims) => ({ ...claims, ...more }) });
const now = Math.floor(Date.now() / 1000);

const forgeries: [string, Forged][] = [
  ['an ID token that another key signed', { key: stranger }],
  ['an ID token of another issuer', withClaims({ iss: 'https://other.example' })],
  ['an ID token for somebody else’s site', withClaims({ aud: 'https://other.example' })],
  ['an ID token of another login', withClaims({ nonce: 'a'.repeat(64) })],
  ['an ID token without a nonce', { idToken: ({ nonce: _nonce, ...claims }) => claims }],
  ['an ID token that has expired', withClaims({ iat: now - 7200, exp: now - 3600 })],
  ['an ID token of the future', withClaims({ iat: now + 3600, exp: now + 7200 })],
  ['an ID token made with another access token', withClaims({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })],
  ['an ID token that does not say with which', { idToken: ({ at_hash: _hash, ...claims }) => claims }],
  ['an ID token about another person than the details', withClaims({ sub: 'pairwise-somebody' })],
  [
    'details that are not encrypted',
    { userInfo: (_encrypted, claims) => JSON.stringify({ ...claims, sub: 'pairwise-ada' }) },
  ],
  ['details that were changed', { userInfo: (encrypted) => `${encrypted.slice(0, -30)}${'A'.repeat(30)}` }],
];

describe('an answer that is not what the provider of the federation sent', () => {
  it.each(forgeries)('opens no session: %s', async (_what, forged) => {
    cie.provider.next({ ...ada, forged });
    const page = await cie.browser.get(await cie.walk());
    expect(page.statusCode).toBe(502);
    expect(page.body).toContain('non ha superato i nostri controlli');
    expect((await cie.me()).statusCode).toBe(401);
  });

  it('is told from a true one', async () => {
    expect((await cie.browser.get(await cie.walk())).statusCode).toBe(303);
    expect((await cie.me()).statusCode).toBe(200);
  });

  it('takes no level that the federation does not know', async () => {
    cie.provider.next({ ...ada, forged: withClaims({ acr: 'https://www.spid.gov.it/SpidL9' }) });
    expect((await cie.browser.get(await cie.walk())).statusCode).toBe(403);
  });
});
