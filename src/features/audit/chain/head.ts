import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { beginning } from './content.ts';

/** The end of the chain: how many links it has had, and the hash of the last. */
export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Only who has the secret can end a chain anywhere else. */
export function signHead(secrets: Secrets, head: Head, as: 'link' | 'cut'): string {
  return secrets.hash('audit', `${as} ${headInWords(head)}`).toString('base64url');
}

export function isSigned(secrets: Secrets, head: Head, as: 'link' | 'cut', signature: string): boolean {
  const [ours, given] = [signHead(secrets, head, as), signature].map((text) => Buffer.from(text));
  return ours !== undefined && given?.length === ours.length && timingSafeEqual(ours, given);
}

/** `1204:9f86…`, to be noted elsewhere. */
export function headInWords({ seq, hash }: Head): string {
  return `${seq}:${hash.toString('hex')}`;
}

export function readHead(text: string): Head | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash: Buffer.from(hash, 'hex') };
}

/** Where the chain ends now, with its signature; after everything was taken away lawfully, where it was cut. */
export async function lastHead(db: Db | Tx): Promise<Head & { signature: string | null; kind: 'link' | 'cut' }> {
  const { rows } = await sql<{ seq: string; hash: Buffer; signature: string | null; kind: 'link' | 'cut' }>`
    SELECT * FROM (
      (SELECT seq, hash, signature, 'link' AS kind FROM audit_link ORDER BY seq DESC LIMIT 1)
      UNION ALL (SELECT seq, hash, signature, 'cut' FROM audit_cut ORDER BY seq DESC LIMIT 1)) heads
    ORDER BY seq DESC, kind DESC LIMIT 1`.execute(db);
  const [last] = rows;
  if (last === undefined) return { seq: 0, hash: beginning, signature: null, kind: 'link' };
  return { ...last, seq: Number(last.seq), hash: Buffer.from(last.hash) };
}

/** The hash that the chain has at a number; undefined where it has no such link, or has lawfully forgotten it. */
export async function hashAt(db: Db | Tx, seq: number): Promise<Buffer | 'cut' | undefined> {
  if (seq === 0) return beginning;
  const { rows } = await sql<{ hash: Buffer | null; cut: boolean }>`
    SELECT coalesce((SELECT hash FROM audit_link WHERE seq = ${seq}), (SELECT hash FROM audit_cut WHERE seq = ${seq})) AS hash,
           EXISTS (SELECT FROM audit_cut WHERE seq > ${seq}) AS cut`.execute(db);
  const [found] = rows;
  if (found?.hash) return Buffer.from(found.hash);
  return found?.cut === true ? 'cut' : undefined;
}
