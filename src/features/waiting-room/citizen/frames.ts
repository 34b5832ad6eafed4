import type { Clock } from '#platform/clock.ts';

/** A page that is the same for many but for a few words: its pieces, and between them the names of what goes there. */
export interface Frame {
  readonly pieces: readonly string[];
  readonly names: readonly string[];
}

const mark = '\u{E000}';
const most = 200;

/** Stands in a frame for words that each reader has their own. */
export function place(name: string): string {
  return `${mark}${name}${mark}`;
}

export function cut(html: string): Frame {
  const parts = html.split(mark);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

/** The page of one reader. */
export function fill({ pieces, names }: Frame, values: Readonly<Record<string, string>>): string {
  return pieces.map((piece, index) => `${piece}${escaped(values[names[index] ?? ''] ?? '')}`).join('');
}

/** Frames, each made once a second: those who ask while one is being made wait for it. */
export function createFrames(clock: Clock): (key: string, make: () => Promise<string>) => Promise<Frame> {
  let kept = new Map<string, Promise<Frame>>();
  let second = 0;
  return (key, make) => {
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    if (now !== second || kept.size >= most) kept = new Map();
    second = now;
    const known = kept.get(key);
    if (known) return known;
    const made = make().then(cut);
    kept.set(key, made);
    // A frame that failed is made anew by whoever asks next.
    made.catch(() => kept.delete(key));
    return made;
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
