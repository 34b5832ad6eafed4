import { announce, type Announcer, silent } from '../../src/features/photo/live/announce.rules.ts';
import type { Hint } from '../../src/features/photo/live/hints.ts';
import { type Parts, type Word, write } from './photo-live-parts.ts';

/** What is seen is written at once; what is heard waits for the sentence before to be over. */
export function speaker({ part, word }: Parts) {
  let announcer: Announcer<Hint> = silent;
  const aloud = (words: string) => {
    announcer = { ...announcer, saidAt: performance.now() };
    write(part('spoken'), words);
  };
  return {
    aloud,
    tell(name: Word, place = 'hint'): void {
      write(part(place), word(name));
      aloud(word(name));
    },
    hint(hint: Hint, at: number): void {
      if (announcer.lately === hint) write(part('hint'), word(hint));
      const { state, say } = announce(announcer, hint, at);
      announcer = state;
      if (say !== undefined) write(part('spoken'), word(say));
    },
    again(): void {
      announcer = silent;
      write(part('hint'), '');
    },
  };
}
