import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Deps } from '#platform/deps.ts';
import { shortCache } from '#platform/short-cache.ts';
import { proofOf } from './proof.query.ts';

const zip = promisify(gzip);

/** All proofs that a process keeps ready take no more than this; one of a hundred thousand tickets has some three million. */
const mostBytes = 24_000_000;

export interface KeptProof {
  readonly zipped: Buffer;
  readonly etag: string;
  /** nothing of it changes any more */
  readonly isFinal: boolean;
}

/** Proofs as they are sent: of a draw that is over made once, of another at most once a second. */
export function keptProofs({ db }: Pick<Deps, 'db'>): (code: string) => Promise<KeptProof | undefined> {
  const final = new Map<string, KeptProof>();
  const latest = shortCache<KeptProof | undefined>({ milliseconds: 1000, most: 50 });
  let bytes = 0;

  return async (code) => {
    const known = final.get(code);
    if (known) {
      // The one asked for last is forgotten last.
      final.delete(code);
      final.set(code, known);
      return known;
    }
    const made = await latest(code, () => make(code));
    if (made?.isFinal && !final.has(code)) keep(code, made);
    return made;
  };

  async function make(code: string): Promise<KeptProof | undefined> {
    const proof = await proofOf(db, code);
    if (proof === undefined) return undefined;
    const json = JSON.stringify(proof);
    const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    return { zipped: await zip(json), etag, isFinal: proof.drawn !== null && proof.cancelled === null };
  }

  function keep(code: string, made: KeptProof): void {
    final.set(code, made);
    bytes += made.zipped.length;
    for (const [oldest, proof] of final) {
      if (bytes <= mostBytes || oldest === code) break;
      final.delete(oldest);
      bytes -= proof.zipped.length;
    }
  }
}
