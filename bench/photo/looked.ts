import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '#features/photo/index.ts';
import type { PhotoSet } from './photo-set.ts';

export const kinds = ['neutral', 'smiling', 'harmless', 'synthetic', 'given'] as const;
export type Kind = (typeof kinds)[number];

/** One picture and what the checks said of it. */
export interface Looked {
  readonly kind: Kind;
  readonly person: string;
  /** the individual typology angle of the person's neutral portrait, in degrees */
  readonly angle: number;
  /** the variant's name; empty for a portrait as it is */
  readonly variant: string;
  readonly verdict: Verdict;
  /** every check by its id */
  readonly checks: Readonly<
    Record<string, { readonly verdict: Verdict; readonly finding: string; readonly value: number | null }>
  >;
  /** CPU seconds from the file to the portrait with its checks */
  readonly cpu: number;
}

/** What a process looks at: each neutral portrait with its variants and all else of the same person. */
export interface Share {
  readonly set: PhotoSet;
  /** positions in the list of neutral portraits */
  readonly people: readonly number[];
}

/** Looks at the whole set, or at so many people of it, with as many processes as there are cores. */
export async function lookAtAll(set: PhotoSet, people = set.neutral.length): Promise<Looked[]> {
  const many = availableParallelism();
  const step = set.neutral.length / Math.min(people, set.neutral.length);
  const everybody = set.neutral.map((_, at) => at).filter((at) => Math.floor(at / step) > Math.floor((at - 1) / step));
  const shares = Array.from({ length: many }, (_, mine) => everybody.filter((at) => at % many === mine));
  return (await Promise.all(shares.map((people) => look({ set, people })))).flat();
}

function look(share: Share): Promise<Looked[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Looked[]>();
  const child = fork(fileURLToPath(new URL('look-process.ts', import.meta.url)));
  child.once('message', (looked) => resolve(looked as Looked[]));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`looking at photos ended with ${code}`)));
  child.send(share);
  return promise;
}
