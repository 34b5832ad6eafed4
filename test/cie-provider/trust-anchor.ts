import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FederationKey, federationKey, signStatement } from './federation-key.ts';

/** What the anchor says of a member of its federation. */
interface Member {
  readonly keys: readonly object[];
  readonly metadata_policy?: Record<string, unknown>;
}

export interface TestAnchor {
  readonly entity: string;
  readonly key: FederationKey;
  /** How often it was asked for anything. */
  asked(): number;
  register(entity: string, member: Member): void;
  remove(entity: string): void;
  /** Its mark on a member: that it has been let in. */
  trustMark(entity: string, more?: { exp?: number }): Promise<string>;
  close(): Promise<void>;
}

export const markType = 'https://anchor.example/openid_relying_party/public/';

/** The trust anchor of a federation of the tests' own, over real HTTP. */
export async function startTrustAnchor(): Promise<TestAnchor> {
  const key = await federationKey();
  const members = new Map<string, Member>();
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    void answer(new URL(request.url ?? '/', entity)).then((token) => {
      response.writeHead(token === undefined ? 404 : 200, { 'content-type': 'application/entity-statement+jwt' });
      response.end(token);
    });
  });
  const entity = await listening(server);
  return {
    entity,
    key,
    asked: () => asked,
    register: (member, about) => void members.set(member, about),
    remove: (member) => void members.delete(member),
    trustMark: (sub, more = {}) =>
      signStatement({ iss: entity, sub, id: markType, ...more }, key, { now: seconds(), typ: 'trust-mark+jwt' }),
    close: () => closed(server),
  };

  async function answer(url: URL): Promise<string | undefined> {
    if (url.pathname === '/.well-known/openid-federation') {
      const metadata = { federation_entity: { federation_fetch_endpoint: `${entity}/fetch` } };
      const claims = { iss: entity, sub: entity, exp: end(), jwks: { keys: [key.publicJwk] }, metadata };
      const trust_mark_issuers = { [markType]: [entity] };
      return signStatement({ ...claims, trust_mark_issuers, constraints: { max_path_length: 1 } }, key, {
        now: seconds(),
      });
    }
    const sub = url.searchParams.get('sub') ?? '';
    const member = members.get(sub);
    if (url.pathname !== '/fetch' || member === undefined) return undefined;
    const { keys, ...more } = member;
    return signStatement({ iss: entity, sub, exp: end(), jwks: { keys }, ...more }, key, { now: seconds() });
  }
}

export const seconds = (): number => Math.floor(Date.now() / 1000);
/** Statements about members are good for four hours. */
export const end = (): number => seconds() + 4 * 3600;

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
