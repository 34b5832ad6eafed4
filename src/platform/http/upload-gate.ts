import { HttpProblem } from './problem.ts';

/** Lets few forms with files be read at a time in this process, so that the memory they take is bounded. */
export interface UploadGate {
  /**
   * Waits for one's turn; answers with the way out. The others' bytes stay on the line meanwhile. `who` has a few places
   * only; `makeWay` is called when it takes long and others wait.
   * @throws 503 when too many wait
   */
  enter(guest: { who: string | undefined; makeWay: () => void }): Promise<() => void>;
}

interface Guest {
  readonly who: string | undefined;
  readonly makeWay: () => void;
  /** Called in from the line. */
  readonly admit: () => void;
  timer?: NodeJS.Timeout;
}

const usual = { atOnce: 6, ofOne: 2, waiting: 60, waitingOfOne: 4, patience: 60_000 };

export function createUploadGate(limits: Partial<typeof usual> = {}): UploadGate {
  const { atOnce, ofOne, waiting: mostWaiting, waitingOfOne, patience } = { ...usual, ...limits };
  const inside = new Set<Guest>();
  const line: Guest[] = [];

  function enter({ who, makeWay }: Parameters<UploadGate['enter']>[0]): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<() => void>();
    const guest: Guest = { who, makeWay, admit: () => resolve(() => leave(guest)) };
    if (hasRoom(guest)) letIn(guest);
    else if (line.length < mostWaiting && among(line, who) < waitingOfOne) line.push(guest);
    else throw new HttpProblem(503, 'overloaded', { headers: { 'retry-after': '5' } });
    return promise;
  }

  function hasRoom({ who }: Guest): boolean {
    return inside.size < atOnce && among(inside, who) < ofOne;
  }

  function letIn(guest: Guest): void {
    inside.add(guest);
    // Whoever sends drop by drop is let be as long as nobody waits.
    guest.timer = setInterval(() => line.length > 0 && guest.makeWay(), patience).unref();
    guest.admit();
  }

  function leave(guest: Guest): void {
    clearInterval(guest.timer);
    if (!inside.delete(guest)) return;
    const next = line.findIndex(hasRoom);
    for (const called of next === -1 ? [] : line.splice(next, 1)) letIn(called);
  }

  return { enter: async (guest) => enter(guest) };
}

/** The one of this process, for every form that carries files: what they take together is bounded. */
export const uploadGate = createUploadGate();

/** Whoever cannot be told from others counts as nobody. */
function among(guests: Iterable<Guest>, who: string | undefined): number {
  return who === undefined ? 0 : [...guests].filter((guest) => guest.who === who).length;
}
