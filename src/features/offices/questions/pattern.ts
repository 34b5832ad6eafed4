import { type Piece, parsePattern } from './pattern-syntax.ts';

/** A pattern that an office wrote, ready to be tried. */
export interface Pattern {
  /** Whether the whole text is of this shape. Takes time in proportion to the text, whatever the pattern. */
  fits(text: string): boolean;
}

type Step = { readonly take: RegExp; readonly next: number } | { readonly to: readonly number[] } | 'end';

/** Repetitions are written out, so a short pattern may ask for a lot: beyond this it is refused. */
const mostSteps = 2000;
/** What is repeated may be empty and write no step: how often it is asked for is counted too. */
const mostWritten = 20_000;

/**
 * Reads a regular expression without what needs going back (references, looking ahead or behind), so that all its ways can
 * be walked at once, one character at a time (K. Thompson, 1968). Undefined when it is none, or too large.
 */
export function readPattern(source: string): Pattern | undefined {
  const piece = parsePattern(source);
  const steps = piece && stepsOf(piece);
  return steps && { fits: (text) => fits(steps, text) };
}

/** The steps of a pattern, the first of which is the end and the last the beginning. */
function stepsOf(whole: Piece): readonly Step[] | undefined {
  const steps: Step[] = [];
  let written = 0;
  const begin = write(whole, add('end'));
  if (begin === undefined || steps.length > mostSteps) return undefined;
  return [...steps, { to: [begin] }];

  function add(step: Step): number {
    steps.push(step);
    return steps.length - 1;
  }

  /** Writes a piece that goes on at `next`, from its end to its beginning; answers with where it begins. */
  function write(piece: Piece, next: number | undefined): number | undefined {
    written += 1;
    if (next === undefined || steps.length > mostSteps || written > mostWritten) return undefined;
    switch (piece.kind) {
      case 'one':
        return add({ take: piece.take, next });
      case 'all':
        return piece.pieces.reduceRight<number | undefined>((after, part) => write(part, after), next);
      case 'either': {
        const ways = piece.pieces.map((part) => write(part, next)).filter((way) => way !== undefined);
        return ways.length === piece.pieces.length ? add({ to: ways }) : undefined;
      }
      case 'repeat':
        return repeat(piece, next);
    }
  }

  function repeat({ piece, least, most }: Piece & { kind: 'repeat' }, next: number): number | undefined {
    let after: number | undefined = next;
    if (most === undefined) {
      const loop: number[] = [next];
      const again = add({ to: loop });
      const body = write(piece, again);
      if (body === undefined) return undefined;
      loop.push(body);
      after = again;
    }
    for (let count = least; count < (most ?? least); count += 1) {
      const body: number | undefined = write(piece, after);
      if (body === undefined) return undefined;
      after = add({ to: [body, next] });
    }
    for (let count = 0; count < least && after !== undefined; count += 1) after = write(piece, after);
    return after;
  }
}

function fits(steps: readonly Step[], text: string): boolean {
  let here = reach(steps, [steps.length - 1]);
  for (const character of text) {
    const known = new Map<RegExp, boolean>();
    const takes = (one: RegExp): boolean => {
      const taken = known.get(one) ?? one.test(character);
      known.set(one, taken);
      return taken;
    };
    const taken = [...here].flatMap((index) => {
      const step = steps[index];
      return typeof step === 'object' && 'take' in step && takes(step.take) ? [step.next] : [];
    });
    if (taken.length === 0) return false;
    here = reach(steps, taken);
  }
  return [...here].some((index) => steps[index] === 'end');
}

/** Where one stands without taking a further character. */
function reach(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const step = steps[index];
    if (typeof step === 'object' && 'to' in step) open.push(...step.to);
  }
  return seen;
}
