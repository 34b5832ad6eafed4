import type { Hint } from '../../src/features/photo/live/hints.ts';
import type { SpokenState } from '../../src/features/photo/live/spoken-states.ts';

export type Word = Hint | SpokenState;

/** The parts of the aid in its page, and its words. */
export interface Parts {
  readonly aid: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly picture: HTMLCanvasElement;
  readonly guide: SVGElement;
  part(name: string): HTMLElement;
  on(name: string, press: () => void): void;
  word(name: Word): string;
}

export function partsOf(aid: HTMLElement): Parts {
  const find = (name: string) => aid.querySelectorAll<HTMLElement>(`[data-live="${name}"]`);
  function part(name: string): HTMLElement {
    const [found] = find(name);
    if (!found) throw new Error(`the camera's page lacks ${name}`);
    return found;
  }
  const { video, picture, guide } = { video: part('video'), picture: part('picture'), guide: part('guide') as Element };
  if (!(video instanceof HTMLVideoElement) || !(picture instanceof HTMLCanvasElement) || !(guide instanceof SVGElement))
    throw new Error('the camera’s page has other parts than it should');
  return {
    aid,
    video,
    picture,
    guide,
    part,
    on(name, press) {
      for (const button of find(name)) button.onclick = press;
    },
    word: (name) => aid.querySelector(`[data-word="${name}"]`)?.textContent ?? '',
  };
}

/** Screen readers and page translators notice every writing: only what changes is written. */
export function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}
