import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FederationKey, federationKey, signStatement } from '#test/cie-provider/federation-key.ts';
import { FederationFault } from './federation-fault.ts';
import { resolveTrustChain } from './trust-chain.ts';

const anchor = 'https://anchor.example';
const middle = 'https://middle.example';
const provider = 'https://provider.example';
const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
const at = now.epochMilliseconds / 1000;

describe('the trust chain of a provider', () => {
  const keys: Record<string, FederationKey> = {};
  let published: Map<string, string>;
  let asked: string[];

  beforeAll(async () => {
    for (const who of [anchor, middle, provider, 'stranger']) keys[who] = await federationKey();
  });
  beforeEach(async () => {
    published = new Map();
    asked = [];
    await own(anchor, { metadata: superior(anchor) });
    await own(provider, {
      authority_hints: [anchor],
      metadata: { openid_provider: { issuer: provider, a: ['x', 'y'] } },
    });
    await about(provider, anchor, { metadata_policy: { openid_provider: { a: { subset_of: ['x'] } } } });
  });

  const key = (who: string): FederationKey => keys[who] ?? fail(who);
  const fail = (what: string): never => {
    throw new Error(what);
  };
  const superior = (who: string) => ({ federation_entity: { federation_fetch_endpoint: `${who}/fetch` } });
  const set = (who: string) => ({ keys: [key(who).publicJwk] });
  async function own(who: string, claims: object, more: { by?: string; typ?: string } = {}): Promise<void> {
    const token = await signStatement({ iss: who, sub: who, jwks: set(who), ...claims }, key(more.by ?? who), {
      now: at,
      ...more,
    });
    published.set(`${who}/.well-known/openid-federation`, token);
  }
  async function about(who: string, by: string, claims: object = {}, signer = by): Promise<void> {
    const token = await signStatement({ iss: by, sub: who, jwks: set(who), ...claims }, key(signer), { now: at });
    published.set(`${by}/fetch?sub=${encodeURIComponent(who)}`, token);
  }
  const resolve = (moment = now) =>
    resolveTrustChain(
      async (address) => {
        asked.push(address);
        return published.get(address) ?? Promise.reject(new FederationFault(address, 'is not there'));
      },
      { entity: provider, type: 'openid_provider', anchor: { entity: anchor, keys: set(anchor) }, now: moment },
    );
  async function throughMiddle(constraints: object = {}): Promise<void> {
    await own(provider, {
      authority_hints: [middle],
      metadata: { openid_provider: { issuer: provider, a: ['x', 'y'] } },
    });
    await own(middle, { authority_hints: [anchor], metadata: superior(middle) });
    await about(provider, middle, { metadata_policy: { openid_provider: { a: { superset_of: ['x'] } } } });
    await about(middle, anchor, { ...constraints, metadata_policy: { openid_provider: { a: { subset_of: ['x'] } } } });
  }

  it('leads to the anchor, and its metadata are what the policy leaves', async () => {
    const chain = await resolve();
    expect(chain.metadata).toEqual({ issuer: provider, a: ['x'] });
    expect(chain.expiresAt.toString()).toBe('2026-11-22T11:00:00Z');
    expect(chain.statements).toHaveLength(3);
  });

  it('leads over somebody in between, whose policy is added to the anchor’s', async () => {
    await throughMiddle();
    const chain = await resolve();
    expect(chain.metadata).toEqual({ issuer: provider, a: ['x'] });
    expect(chain.statements).toHaveLength(4);
  });

  it('is no longer than the anchor allows', async () => {
    await throughMiddle();
    await own(anchor, { metadata: superior(anchor), constraints: { max_path_length: 0 } });
    await expect(resolve()).rejects.toThrow(FederationFault);
  });

  it('ends with the first of its statements', async () => {
    await about(provider, anchor, { exp: at + 60 });
    expect((await resolve()).expiresAt.toString()).toBe('2026-11-22T10:01:00Z');
    await expect(resolve(now.add({ minutes: 3 }))).rejects.toThrow(FederationFault);
  });

  const broken: [string, () => Promise<unknown>][] = [
    [
      'a provider that the anchor does not know',
      async () => published.delete(`${anchor}/fetch?sub=${encodeURIComponent(provider)}`),
    ],
    [
      'a provider that signs with another key than the anchor names',
      () => about(provider, anchor, { jwks: set('stranger') }),
    ],
    ['a statement that somebody else signed', () => about(provider, anchor, {}, 'stranger')],
    ['a statement about somebody else', () => about(provider, anchor, { sub: middle })],
    ['a statement of somebody else', () => about(provider, anchor, { iss: middle })],
    [
      'an anchor with other keys than those we were told',
      () => own(anchor, { jwks: set('stranger'), metadata: superior(anchor) }, { by: 'stranger' }),
    ],
    [
      'an anchor that is none for providers',
      () =>
        own(anchor, {
          metadata: superior(anchor),
          constraints: { allowed_leaf_entity_types: ['openid_relying_party'] },
        }),
    ],
    ['a token of another kind', () => own(provider, { authority_hints: [anchor], metadata: {} }, { typ: 'JWT' })],
    ['a statement of the future', () => about(provider, anchor, { iat: at + 3600, exp: at + 7200 })],
    ['a demand that we do not understand', () => about(provider, anchor, { crit: ['unheard-of'] })],
    ['a policy rule that we do not understand', () => about(provider, anchor, { metadata_policy_crit: ['regexp'] })],
    [
      'metadata against the policy',
      () => about(provider, anchor, { metadata_policy: { openid_provider: { b: { essential: true } } } }),
    ],
    [
      'somebody who is no provider',
      () => own(provider, { authority_hints: [anchor], metadata: { openid_relying_party: {} } }),
    ],
    ['a provider without superiors', () => own(provider, { metadata: { openid_provider: { issuer: provider } } })],
  ];
  it.each(broken)('does not hold for %s', async (_what, breakIt) => {
    await breakIt();
    await expect(resolve()).rejects.toThrow(FederationFault);
  });

  it('asks no more people than a chain can have, however many lead in a circle', async () => {
    const names = Array.from({ length: 6 }, (_, number) => `https://circle-${number}.example`);
    for (const name of names) {
      keys[name] = key('stranger');
      await own(name, { jwks: set('stranger'), authority_hints: names, metadata: superior(name) });
    }
    await own(provider, { authority_hints: names, metadata: { openid_provider: {} } });
    await expect(resolve()).rejects.toThrow(FederationFault);
    expect(asked.length).toBeLessThan(10);
  });
});
