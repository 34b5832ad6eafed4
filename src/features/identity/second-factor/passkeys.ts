import { randomBytes } from 'node:crypto';
import type * as WebAuthn from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { loadLater } from '#platform/load-later.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';
import type { OwnPasskey } from './factors.query.ts';
import type { RelyingParty } from './relying-party.ts';

const webAuthn = loadLater<typeof WebAuthn>('@simplewebauthn/server');

// EdDSA, ES256 and RS256: what every key and every browser knows (COSE, RFC 9053).
const algorithms = [-8, -7, -257];
const goodFor = Temporal.Duration.from({ minutes: 10 });

/** What a browser is asked to sign, for a page to carry: `asked` comes back with the answer. */
export interface Asked<Options> {
  readonly options: Options;
  readonly asked: string;
}

type Purpose = 'add' | 'prove';

export async function askForNewPasskey(
  deps: Deps,
  request: { site: RelyingParty; account: { id: number; email: string; name: string }; known: readonly OwnPasskey[] },
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { site, account, known } = request;
  const options = await webAuthn().generateRegistrationOptions({
    rpName: 'Turno',
    rpID: site.id,
    userName: account.email,
    userDisplayName: account.name,
    // The same for all passkeys of an account, and nothing that says whose it is.
    userID: new Uint8Array(deps.secrets.hash('caller', `passkey owner ${account.id}`)),
    challenge: new Uint8Array(randomBytes(32)),
    excludeCredentials: known.map(credentialOf),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { options, asked: signAsked(deps, { accountId: account.id, purpose: 'add', challenge: options.challenge }) };
}

export async function askForPasskey(
  deps: Deps,
  request: { site: RelyingParty; accountId: number; known: readonly OwnPasskey[] },
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const { site, accountId, known } = request;
  const options = await webAuthn().generateAuthenticationOptions({
    rpID: site.id,
    challenge: new Uint8Array(randomBytes(32)),
    allowCredentials: known.map(credentialOf),
    userVerification: 'preferred',
  });
  return { options, asked: signAsked(deps, { accountId, purpose: 'prove', challenge: options.challenge }) };
}

interface Answer {
  readonly accountId: number;
  readonly site: RelyingParty;
  readonly asked: string;
  /** what the browser sent, JSON */
  readonly answer: string;
}

/** Keeps a passkey that a browser made. `refused`: not what was asked, too late, or known already. */
export async function addPasskey(
  tx: Tx,
  deps: Deps,
  request: Answer & { name: string },
): Promise<{ ok: true } | { ok: false; reason: 'refused' }> {
  const { accountId, site, name } = request;
  const now = deps.clock.now();
  const challenge = await spendChallenge(tx, deps.secrets, { ...request, purpose: 'add', now });
  const response = readAnswer(request.answer);
  if (challenge === undefined || response === undefined) return { ok: false, reason: 'refused' };
  const verified = await webAuthn()
    .verifyRegistrationResponse({
      // Its shape is checked by the library, which refuses anything else.
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: false,
    })
    .catch(() => undefined);
  if (verified?.verified !== true) return { ok: false, reason: 'refused' };
  const { credential } = verified.registrationInfo;
  const added = await tx
    .insertInto('passkey')
    .values({
      account_id: accountId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: credential.transports ?? [],
      name,
      added_at: now,
      used_at: null,
    })
    .onConflict((on) => on.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added === undefined ? { ok: false, reason: 'refused' } : { ok: true };
}

/** Whether a browser has signed what it was asked to, with a passkey of the account. */
export async function provePasskey(
  tx: Tx,
  deps: Deps,
  request: Answer,
): Promise<{ ok: true } | { ok: false; reason: 'refused' }> {
  const { accountId, site } = request;
  const now = deps.clock.now();
  const challenge = await spendChallenge(tx, deps.secrets, { ...request, purpose: 'prove', now });
  const response = readAnswer(request.answer);
  if (challenge === undefined || response === undefined) return { ok: false, reason: 'refused' };
  const passkey = await tx
    .selectFrom('passkey')
    .select(['id', 'credential_id', 'public_key', 'counter'])
    .where('account_id', '=', accountId)
    .where('credential_id', '=', response.id)
    .forUpdate()
    .executeTakeFirst();
  if (passkey === undefined) return { ok: false, reason: 'refused' };
  const { credential_id: id, counter } = passkey;
  const verified = await webAuthn()
    .verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id, publicKey: new Uint8Array(passkey.public_key), counter: Number(counter) },
      requireUserVerification: false,
    })
    .catch(() => undefined);
  if (verified?.verified !== true) return { ok: false, reason: 'refused' };
  await tx
    .updateTable('passkey')
    .set({ counter: String(verified.authenticationInfo.newCounter), used_at: now })
    .where('id', '=', passkey.id)
    .execute();
  return { ok: true };
}

const answerShape = z.looseObject({ id: z.string(), rawId: z.string(), response: z.looseObject({}), type: z.string() });

function readAnswer(answer: string): z.output<typeof answerShape> | undefined {
  try {
    return answerShape.safeParse(JSON.parse(answer)).data;
  } catch {
    return undefined;
  }
}

function credentialOf({ credentialId, transports }: OwnPasskey) {
  return { id: credentialId, transports: [...transports] };
}

function signAsked(
  deps: Deps,
  { accountId, purpose, challenge }: { accountId: number; purpose: Purpose; challenge: string },
): string {
  const until = deps.clock.now().add(goodFor).epochMilliseconds;
  return deps.secrets.sign('cookie', `passkey ${purpose} ${accountId} ${until} ${challenge}`);
}

/** The challenge that was asked of this account; given out once, so that no answer counts twice. */
async function spendChallenge(
  db: Db | Tx,
  secrets: Secrets,
  request: { asked: string; accountId: number; purpose: Purpose; now: Temporal.Instant },
): Promise<string | undefined> {
  const { accountId, purpose, now } = request;
  const text = secrets.verify('cookie', request.asked) ?? '';
  const [, about, account, until, challenge] = /^passkey (add|prove) (\d+) (\d+) ([\w-]+)$/.exec(text) ?? [];
  if (about !== purpose || Number(account) !== accountId || challenge === undefined) return undefined;
  if (Number(until) <= now.epochMilliseconds) return undefined;
  const spent = await db
    .insertInto('passkey_challenge')
    .values({ challenge, account_id: accountId, purpose, expires_at: now.add(goodFor) })
    .onConflict((on) => on.doNothing())
    .returning('challenge')
    .executeTakeFirst();
  return spent?.challenge;
}
