import { calculateJwkThumbprint } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { acceptTrustMark } from '#features/federation/index.ts';
import { startTrustAnchor } from '#test/cie-provider/trust-anchor.ts';
import { useDeps } from '#test/deps.ts';
import { cieOidcAnswer } from './identity-cie-oidc-command.ts';

const anchor = await startTrustAnchor();
const site = 'http://127.0.0.1:4999';

describe('joining the federation of CIE by the command line', () => {
  const deps = useDeps({
    TURNO_URL: site,
    TURNO_CIE_TRUST_ANCHOR: anchor.entity,
    TURNO_CIE_PROVIDER: 'http://127.0.0.1:4998',
  });
  afterAll(() => anchor.close());

  const run = async (...args: string[]): Promise<string[]> => {
    deps.current.clock.set(Temporal.Instant.fromEpochMilliseconds(Date.now()));
    const lines: string[] = [];
    for await (const line of cieOidcAnswer(deps.current, args)) lines.push(line);
    return lines;
  };

  it('makes keys once, and changes them in three steps', async () => {
    expect((await run('show')).join('\n')).toContain('there are no keys yet');
    const made = await run('keys', 'make');
    expect(made).toHaveLength(3);
    await expect(run('keys', 'make')).rejects.toThrow('There are keys already');
    const [first = ''] = made;
    const next = await run('keys', 'next');
    expect(next[0]).toBe(first);
    expect(next).toHaveLength(6);
    await expect(run('keys', 'next')).rejects.toThrow('next keys already');
    const switched = await run('keys', 'switch');
    expect(switched[1]).toBe(first.replace('in use', 'published'));
    expect(await run('keys', 'drop')).not.toContain(first);
    const shown = (await run('show')).join('\n');
    expect(shown).toContain('"federationKeys"');
    expect(shown).not.toMatch(/"(d|p|q)":/);
  });

  it('trusts only those keys of the anchor that the administrator names', async () => {
    const thumbprint = await calculateJwkThumbprint(anchor.key.publicJwk);
    expect(await run('trust-anchor')).toContain(thumbprint);
    await expect(run('trust-anchor', 'another')).rejects.toThrow('nothing is changed');
    expect((await run('trust-anchor', thumbprint))[0]).toContain('is trusted by 1');
  });

  it('takes in a mark of the federation about us, and no other', async () => {
    await expect(run('trust-mark', '/nonexistent')).rejects.toThrow('cannot be read');
    const accept = async (token: string) => acceptTrustMark(deps.current, token);
    await expect(accept('nothing.of.ours')).rejects.toThrow('not good');
    await expect(accept(await anchor.trustMark('https://other.example'))).rejects.toThrow('not good');
    await expect(accept(await anchor.trustMark(site, { exp: 1 }))).rejects.toThrow('not good');
    const soon = Math.floor(Date.now() / 1000) + 5 * 24 * 3600;
    expect(await accept(await anchor.trustMark(site, { exp: soon }))).toMatchObject({ issuer: anchor.entity });
    expect((await run('show')).at(-1)).toContain('is good until');
    await accept(await anchor.trustMark(site, { exp: soon + 365 * 24 * 3600 }));
    expect((await run('show')).join('\n')).not.toContain('is good until');
  });

  it('says what it can do when asked for anything else', async () => {
    await expect(run('dance')).rejects.toThrow('Usage: turno identity cie-oidc');
    await expect(run('log', 'yesterday', 'today')).rejects.toThrow('is not a day');
  });
});
