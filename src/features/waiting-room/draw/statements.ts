import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';

/** What an Ed25519 key looks like in DER (RFC 8410), before its 32 bytes. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

const keys = new WeakMap<Secrets, { readonly key: KeyObject; readonly publicKey: string }>();

function signingKey(secrets: Secrets): { readonly key: KeyObject; readonly publicKey: string } {
  const known = keys.get(secrets);
  if (known) return known;
  const seed = secrets.hash('receipt', 'ed25519 1');
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const made = { key, publicKey };
  keys.set(secrets, made);
  return made;
}

/** The key with which anyone can check receipts and statements: 64 hexadecimal digits. */
export const publicKeyOf = (secrets: Secrets): string => signingKey(secrets).publicKey;

/** Ed25519, in base64url. */
export function signStatement(secrets: Secrets, statement: string): string {
  return sign(null, Buffer.from(statement), signingKey(secrets).key).toString('base64url');
}

export function isSigned(publicKey: string, statement: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey)) return false;
  const der = Buffer.concat([publicHead, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(statement), key, Buffer.from(signature, 'base64url'));
}

/** To the millisecond, as instants are signed and kept. */
export const wholeMilliseconds = (instant: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds);

const lines = (...parts: readonly (string | number)[]): string => `${parts.join('\n')}\n`;

/** What is signed is text, a line each, so that nobody has to know how JSON is spelled. Instants are in UTC. */
export const announcedStatement = (of: {
  room: string;
  commitment: string;
  rulesHash: string;
  announcedAt: string;
}): string => lines('turno draw announced 1', of.room, of.commitment, of.rulesHash, of.announcedAt);

export const closedStatement = (of: {
  room: string;
  commitment: string;
  listRoot: string;
  participants: number;
  closedAt: string;
}): string => lines('turno draw closed 1', of.room, of.commitment, of.listRoot, of.participants, of.closedAt);

export const drawnStatement = (of: {
  room: string;
  commitment: string;
  listRoot: string;
  seed: string;
  publicValue: string;
  drawnAt: string;
}): string => lines('turno draw drawn 1', of.room, of.commitment, of.listRoot, of.seed, of.publicValue, of.drawnAt);

export const ticketStatement = (of: {
  room: string;
  number: number;
  pseudonym: string;
  weight: number;
  joinedAt: string;
  commitment: string;
}): string => lines('turno ticket 1', of.room, of.number, of.pseudonym, of.weight, of.joinedAt, of.commitment);
