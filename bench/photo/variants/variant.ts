import type { Requirement } from '#features/photo/check.text.ts';
import type { Pixels } from '#features/photo/face/seen.ts';
import { jpegOf, type Subject } from '../paint.ts';

/** One way to spoil a good portrait, or to change it so that it stays good. */
export interface Variant {
  readonly name: string;
  /** Whichever of these warns or fails has found it. */
  readonly finds: readonly Requirement[];
  /** must be found in 95 of a hundred; otherwise only reported */
  readonly gross: boolean;
  /** Judged as if its frame had been chosen by hand: a proposed one would put it right. */
  readonly asCut: boolean;
  /** A JPEG as somebody would send it. `other` is somebody else. */
  make(subject: Subject, other: Subject): Promise<Buffer>;
}

type Change = (subject: Subject, other: Subject) => Pixels | Promise<Pixels>;

/** A defect that must be found. */
export function gross(name: string, finds: readonly Requirement[], change: Change): Variant {
  return {
    name,
    finds,
    gross: true,
    asCut: false,
    make: async (subject, other) => jpegOf(await change(subject, other)),
  };
}

/** A defect at the edge of what counts, or of what can be seen. */
export function slight(name: string, finds: readonly Requirement[], change: Change): Variant {
  return { ...gross(name, finds, change), gross: false };
}

/** A frame put in the wrong place: the person is well. */
export function badlyCut(name: string, finds: readonly Requirement[], change: Change): Variant {
  return { ...gross(name, finds, change), asCut: true };
}

/** A change that leaves a good portrait good. */
export function harmless(name: string, change: Change, quality?: number): Variant {
  return {
    name,
    finds: [],
    gross: false,
    asCut: false,
    make: async (subject, other) => jpegOf(await change(subject, other), quality),
  };
}

/** The same numbers in every run: noise must not move the figures. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
