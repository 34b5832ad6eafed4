import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Grant, Provider } from 'oidc-provider';
import { asCieAnswers, type Forged } from './answers.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { type FederationKey, federationKey, signStatement } from './federation-key.ts';
import { registeredParty } from './registered-party.ts';
import { closed, end, listening, seconds, type TestAnchor } from './trust-anchor.ts';

/** Whoever stands before the provider next, and how they log in. */
export interface NextLogin {
  readonly accountId: string;
  readonly acr: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** how the person refuses, or the provider */
  readonly error?: string;
  readonly forged?: Forged;
}

export interface TestCieProvider {
  readonly issuer: string;
  next(login: NextLogin): void;
  /** Whether it still takes an access token. */
  knows(token: string): Promise<boolean>;
  close(): Promise<void>;
}

const fiscalNumber = 'https://attributes.eid.gov.it/fiscal_number';

/** A provider as CIE's are: OpenID Connect by oidc-provider, a member of the anchor's federation. */
export async function startCieProvider(anchor: TestAnchor): Promise<TestCieProvider> {
  const federation = await federationKey();
  const core = await federationKey();
  let login: NextLogin | undefined;
  const handler = { current: (_request: IncomingMessage, response: ServerResponse) => void response.end() };
  const server = createServer((request, response) => handler.current(request, response));
  const issuer = await listening(server);
  const provider = new Provider(issuer, { ...configuration(core, anchor), findAccount, interactions: { url } });
  // A faulty set-up of the tests must be seen, not guessed.
  for (const event of ['server_error', 'grant.error', 'authorization.error']) {
    provider.on(event, (_context, error) => {
      if (process.env['CIE_PROVIDER_LOG'] === 'on') process.stderr.write(`${event}: ${error.stack ?? error.message}\n`);
    });
  }
  provider.use(async (context, next) => {
    await next();
    await asCieAnswers(context, { key: core, forged: login?.forged });
  });
  const callback = provider.callback();
  handler.current = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-federation') return void tellWhoItIs(response);
    if (pathname.startsWith('/interaction/')) return void interact(request, response);
    return void callback(request, response);
  };
  anchor.register(issuer, {
    keys: [federation.publicJwk],
    metadata_policy: {
      openid_provider: {
        issuer: { essential: true },
        subject_types_supported: { value: ['pairwise'] },
        code_challenge_methods_supported: { subset_of: ['S256'], essential: true },
        organization_name: { default: 'Ambiente di prova' },
      },
    },
  });
  return {
    issuer,
    next: (who) => void (login = who),
    knows: async (token) => (await provider.AccessToken.find(token)) !== undefined,
    close: () => closed(server),
  };

  async function tellWhoItIs(response: ServerResponse): Promise<void> {
    const metadata = { openid_provider: metadataOf(issuer, core) };
    const claims = { iss: issuer, sub: issuer, exp: end(), jwks: { keys: [federation.publicJwk] }, metadata };
    const own = { ...claims, authority_hints: [anchor.entity] };
    response.writeHead(200, { 'content-type': 'application/entity-statement+jwt' });
    response.end(await signStatement(own, federation, { now: seconds() }));
  }

  /** In place of a person at a page: does what was said with `next`. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (login === undefined || login.error !== undefined) {
      return provider.interactionFinished(request, response, { error: login?.error ?? 'login_required' });
    }
    if (prompt.name === 'login') {
      const { accountId, acr } = login;
      return provider.interactionFinished(request, response, { login: { accountId, acr, remember: false } });
    }
    const grant: Grant = new provider.Grant({
      accountId: session?.accountId ?? login.accountId,
      clientId: params['client_id'] ?? '',
    });
    grant.addOIDCScope('openid');
    const asked = JSON.parse(params['claims'] ?? '{}') as { userinfo?: object };
    grant.addOIDCClaims(Object.keys(asked.userinfo ?? {}));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  function findAccount(_context: unknown, accountId: string) {
    return { accountId, claims: () => ({ sub: accountId, ...login?.claims }) };
  }
}

function url(_context: unknown, { uid }: { uid: string }): string {
  return `/interaction/${uid}`;
}

function configuration(core: FederationKey, anchor: TestAnchor): Record<string, unknown> {
  return {
    adapter: createMemoryAdapter((clientId) => registeredParty(clientId, anchor).catch(() => undefined)),
    jwks: { keys: [core.privateJwk] },
    cookies: { keys: ['only for the tests of one run'] },
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'birthdate', fiscalNumber, 'email', 'email_verified'],
    },
    acrValues: [1, 2, 3].map((level) => `https://www.spid.gov.it/SpidL${level}`),
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_context: unknown, accountId: string) => `pairwise-${accountId}`,
    clientAuthMethods: ['private_key_jwt'],
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      encryption: { enabled: true },
      jwtUserinfo: { enabled: true },
      requestObjects: { enabled: true, requireSignedRequestObject: true },
      revocation: { enabled: true },
    },
    enabledJWA: {
      userinfoEncryptionAlgValues: ['RSA-OAEP', 'RSA-OAEP-256'],
      userinfoEncryptionEncValues: ['A128CBC-HS256', 'A256CBC-HS512'],
    },
    ttl: { AccessToken: 900, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Grant: 900, Session: 900 },
  };
}

function metadataOf(issuer: string, core: FederationKey): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    revocation_endpoint: `${issuer}/token/revocation`,
    jwks: { keys: [core.publicJwk] },
    client_registration_types_supported: ['automatic'],
    code_challenge_methods_supported: ['S256', 'plain'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    request_object_signing_alg_values_supported: ['RS256'],
    id_token_signing_alg_values_supported: ['RS256'],
    acr_values_supported: [1, 2, 3].map((level) => `https://www.spid.gov.it/SpidL${level}`),
    subject_types_supported: ['public', 'pairwise'],
  };
}
