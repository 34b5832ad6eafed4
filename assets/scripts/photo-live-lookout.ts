import type { Look, LookAnswer, LookQuestion } from '../../src/features/photo/live/look.ts';
import { patience } from '../../src/features/photo/live/rhythm.rules.ts';
import type { SmallPicture } from './photo-live-picture.ts';

/** Somebody beside the page who looks at pictures: the page itself never waits for it. */
export interface Lookout {
  /** Undefined where nothing could be said. `alone`: a picture that was taken, looked at for itself. */
  look(picture: SmallPicture, alone?: boolean): Promise<Look | undefined>;
  end(): void;
}

/** Answers once the models are loaded, or not at all where they cannot be. */
export function startLookout(address: string): Promise<Lookout | undefined> {
  return new Promise((done) => {
    const worker = begin(address);
    if (!worker) return done(undefined);
    let asked = 0;
    const waiting = new Map<number, (look: Look | undefined) => void>();
    const lookout: Lookout = {
      look({ width, height, rgba, scale }, alone = false) {
        asked += 1;
        const question: LookQuestion = { id: asked, width, height, rgba, scale, alone };
        worker.postMessage(question, [rgba.buffer as ArrayBuffer]);
        return new Promise((answered) => {
          const late = setTimeout(() => answer(question.id, undefined), patience.look);
          waiting.set(question.id, (look) => {
            clearTimeout(late);
            answered(look);
          });
        });
      },
      end() {
        worker.terminate();
        for (const id of waiting.keys()) answer(id, undefined);
      },
    };
    const late = setTimeout(giveUp, patience.loading);
    worker.addEventListener('error', giveUp);
    worker.addEventListener('message', ({ data }: MessageEvent<LookAnswer>) => {
      if ('id' in data) return answer(data.id, data.look);
      clearTimeout(late);
      done(lookout);
    });

    function answer(id: number, look: Look | undefined): void {
      waiting.get(id)?.(look);
      waiting.delete(id);
    }

    function giveUp(): void {
      clearTimeout(late);
      lookout.end();
      done(undefined);
    }
  });
}

function begin(address: string): Worker | undefined {
  try {
    return new Worker(address);
  } catch {
    return undefined;
  }
}
