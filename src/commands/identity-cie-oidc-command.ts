import { readFile } from 'node:fs/promises';
import {
  acceptAnchorKeys,
  acceptTrustMark,
  anchorKeys,
  changeKeys,
  cieMembershipReport,
  cieOidcFaults,
  type KeyStep,
  readConversations,
  resolvedCieProvider,
} from '#features/federation/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { createDeps } from '../create-deps.ts';

export const cieOidcUsage = `Usage: turno identity cie-oidc <command>

  show              who we are in the federation, with the public keys to register, and what is missing
  keys make         makes our keys: of the federation, for signing, for encryption
  keys next         makes the next ones, published but not used yet: register them, and wait for a day
  keys switch       uses them; the former stay published
  keys drop         forgets the former
  trust-anchor [THUMBPRINT…]
                    shows the keys of the trust anchor; trusts those that are named. Compare them with what the
                    federation has told you by other means
  trust-mark FILE   takes in a mark that the federation has issued to us (-: from standard input)
  check             resolves the trust chain of the provider, as a login does
  log FROM TO       the register of logins between two days (YYYY-MM-DD, the second not included), one JSON a line
`;

/** `identity cie-oidc …`: our membership of the federation of CIE over OpenID Connect. */
export async function identityCieOidcCommand(args: string[]): Promise<void> {
  const { deps, close } = createDeps('command');
  try {
    for await (const line of cieOidcAnswer(deps, args)) process.stdout.write(`${line}\n`);
  } finally {
    await close();
  }
}

/** What is printed, line by line. */
export async function* cieOidcAnswer(deps: Deps, [what, ...rest]: string[]): AsyncGenerator<string> {
  const [first = '', second = ''] = rest;
  const only = rest.length === 1;
  if (what === 'show' && rest.length === 0) yield* show(deps);
  else if (what === 'keys' && only && isKeyStep(first)) yield* keys(deps, first);
  else if (what === 'trust-anchor') yield* trustAnchor(deps, rest);
  else if (what === 'trust-mark' && only) yield* trustMark(deps, first);
  else if (what === 'check' && rest.length === 0) yield* check(deps);
  else if (what === 'log' && rest.length === 2) yield* log(deps, { from: first, to: second });
  else throw new ConfigError(cieOidcUsage);
}

const keySteps: readonly KeyStep[] = ['make', 'next', 'switch', 'drop'];

function isKeyStep(text: string): text is KeyStep {
  return (keySteps as readonly string[]).includes(text);
}

async function* show(deps: Deps): AsyncGenerator<string> {
  yield JSON.stringify(await cieMembershipReport(deps), null, 2);
  yield* await cieOidcFaults(deps);
}

async function* keys(deps: Deps, step: KeyStep): AsyncGenerator<string> {
  const changed = await changeKeys(deps, step);
  for (const [kind, list] of Object.entries(changed)) {
    for (const [place, { kid }] of list.entries()) yield `${kind} ${kid} ${place === 0 ? 'in use' : 'published'}`;
  }
}

async function* trustAnchor(deps: Deps, thumbprints: string[]): AsyncGenerator<string> {
  if (thumbprints.length > 0) {
    const { entity, keys } = await acceptAnchorKeys(deps, thumbprints);
    yield `${entity} is trusted by ${keys.keys.length} of its keys.`;
    return;
  }
  for (const { thumbprint } of await anchorKeys(deps)) yield thumbprint;
  yield 'Compare them with what the federation has told you, then name those to trust: turno identity cie-oidc trust-anchor THUMBPRINT…';
}

async function* trustMark(deps: Deps, file: string): AsyncGenerator<string> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch(() => {
    throw new ConfigError(`${file} cannot be read.`);
  });
  const { type, expiresAt } = await acceptTrustMark(deps, text.trim());
  const until = expiresAt === null ? 'without an end' : new Date(expiresAt * 1000).toISOString();
  yield `Taken in: ${type}, good until ${until}.`;
}

async function* check(deps: Deps): AsyncGenerator<string> {
  const { provider } = await resolvedCieProvider(deps);
  const { metadata, chain } = provider;
  yield `${metadata.issuer} is trusted until ${chain.expiresAt.toString()}, by ${chain.statements.length} statements.`;
  for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'revocation_endpoint'] as const)
    yield `${name} ${metadata[name]}`;
}

async function* log(deps: Deps, days: { from: string; to: string }): AsyncGenerator<string> {
  const range = { from: startOf(days.from), to: startOf(days.to) };
  for await (const entry of readConversations(deps.db, deps.secrets, range)) yield JSON.stringify(entry);
}

function startOf(day: string): Temporal.Instant {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime('Europe/Rome').toInstant();
  } catch {
    throw new ConfigError(`${day} is not a day. ${cieOidcUsage}`);
  }
}
