import { jose } from '../jose.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { ConfigError } from '#platform/config.ts';
import { fetchDocuments } from '../trust/fetch-document.ts';
import { publicKeys } from '../trust/public-keys.ts';
import type { TrustAnchor } from '../trust/trust-chain.ts';
import { keepMembership, readMembership } from './membership.ts';
import { keyKinds, makeKey, makeOwnKeys, type OwnKeys } from './own-keys.ts';
import { askTrustAnchor } from './trust-anchor.ts';
import { checkTrustMark, type TrustMark, withMark } from './trust-marks.ts';

type Needed = Pick<Deps, 'db' | 'secrets' | 'config' | 'clock'>;

export type KeyStep = 'make' | 'next' | 'switch' | 'drop';

/**
 * Makes our keys, or goes a step towards others: `next` publishes one more of each kind, `switch` uses it, `drop` forgets
 * the former. Between the steps the others get to know them.
 */
export async function changeKeys(deps: Needed, step: KeyStep): Promise<OwnKeys> {
  const { keys } = await readMembership(deps.db, deps);
  const changed = await keysAfter(step, keys);
  await keepMembership(deps.db, deps, { part: 'keys', content: changed, now: deps.clock.now() });
  return changed;
}

async function keysAfter(step: KeyStep, keys: OwnKeys | undefined): Promise<OwnKeys> {
  if (step === 'make') {
    if (keys !== undefined) throw new ConfigError('There are keys already: see turno identity cie-oidc keys next.');
    return makeOwnKeys();
  }
  if (keys === undefined) throw new ConfigError('There are no keys yet: turno identity cie-oidc keys make.');
  const changed = { ...keys };
  for (const kind of keyKinds) {
    const [used, other, ...more] = keys[kind];
    if (step === 'next') {
      if (other !== undefined) throw new ConfigError('There are next keys already: switch to them, or drop them.');
      changed[kind] = [used, await makeKey(kind)];
    } else if (step === 'drop') changed[kind] = [used];
    else if (other === undefined) throw new ConfigError('There are no next keys: turno identity cie-oidc keys next.');
    else changed[kind] = [other, used, ...more];
  }
  return changed;
}

/** The keys that the trust anchor publishes now, by their thumbprints (RFC 7638). */
export async function anchorKeys(deps: Needed): Promise<{ thumbprint: string; key: object }[]> {
  const { cieOidc } = deps.config;
  if (cieOidc === undefined) throw notSetUp();
  const { keys } = await askTrustAnchor(fetchDocuments(cieOidc), {
    entity: cieOidc.trustAnchor,
    now: deps.clock.now(),
  });
  return Promise.all(keys.keys.map(async (key) => ({ key, thumbprint: await jose().calculateJwkThumbprint(key) })));
}

/** Trusts those of the anchor's keys that the administrator names, and no others. */
export async function acceptAnchorKeys(deps: Needed, thumbprints: readonly string[]): Promise<TrustAnchor> {
  const published = await anchorKeys(deps);
  const missing = thumbprints.filter((one) => !published.some(({ thumbprint }) => thumbprint === one));
  if (missing.length > 0)
    throw new ConfigError(`The trust anchor has no key ${missing.join(', ')}: nothing is changed.`);
  const accepted = published.filter(({ thumbprint }) => thumbprints.includes(thumbprint)).map(({ key }) => key);
  const anchor = { entity: deps.config.cieOidc?.trustAnchor ?? '', keys: publicKeys.parse({ keys: accepted }) };
  await keepMembership(deps.db, deps, { part: 'trust-anchor', content: anchor, now: deps.clock.now() });
  return anchor;
}

/** Takes in a mark that the federation has issued to us. @throws FederationFault when it is not good */
export async function acceptTrustMark(deps: Needed, token: string): Promise<TrustMark> {
  const { cieOidc } = deps.config;
  const { 'trust-anchor': anchor, 'trust-marks': marks } = await readMembership(deps.db, deps);
  if (cieOidc === undefined) throw notSetUp();
  if (anchor === undefined) throw new ConfigError('No trust anchor yet: turno identity cie-oidc trust-anchor.');
  const now = deps.clock.now();
  const mark = await checkTrustMark(fetchDocuments(cieOidc), token, { entity: cieOidc.clientId, anchor, now });
  await keepMembership(deps.db, deps, { part: 'trust-marks', content: withMark(marks, mark), now });
  return mark;
}

function notSetUp(): ConfigError {
  return new ConfigError(
    'Logins with CIE over OpenID Connect are not set up: set TURNO_CIE_TRUST_ANCHOR and TURNO_CIE_PROVIDER.',
  );
}

const warnAhead = Temporal.Duration.from({ hours: 60 * 24 });

/** What is missing, or soon will be, each in a sentence; nothing where such logins are not set up. */
export async function cieOidcFaults(
  deps: { db: Db | Tx } & Pick<Deps, 'secrets' | 'config' | 'clock'>,
): Promise<string[]> {
  if (deps.config.cieOidc === undefined) return [];
  const { keys, 'trust-anchor': anchor, 'trust-marks': marks } = await readMembership(deps.db, deps);
  const faults: string[] = [];
  const missing = (what: string, way: string) =>
    void faults.push(`CIE over OpenID Connect: ${what}: turno identity cie-oidc ${way}.`);
  if (keys === undefined) missing('there are no keys yet', 'keys make');
  if (anchor?.entity !== deps.config.cieOidc.trustAnchor)
    missing('the keys of the trust anchor are not known', 'trust-anchor');
  if (marks.length === 0) missing('there is no trust mark, without which the provider refuses us', 'trust-mark FILE');
  const soon = deps.clock.now().add(warnAhead).epochMilliseconds / 1000;
  for (const { type, expiresAt } of marks) {
    if (expiresAt === null || expiresAt > soon) continue;
    const day = Temporal.Instant.fromEpochMilliseconds(expiresAt * 1000)
      .toString()
      .slice(0, 10);
    missing(`the trust mark ${type} is good until ${day}`, 'trust-mark FILE');
  }
  return faults;
}
