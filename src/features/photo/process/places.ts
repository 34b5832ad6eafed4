import type { PhotoWork } from './messages.ts';

export interface PlaceLimits {
  /** how many photos may wait behind the one that is looked at, and how many bytes of them */
  readonly waiting: number;
  readonly bytes: number;
  /** how many of these may be cuts: whoever sends a photo finds a place though others move their frames about */
  readonly crops: number;
  /** how many may be of one account, waiting and looked at */
  readonly ofOne: number;
}

/** What wants to be looked at, and whose it is where that is known. */
export interface Guest {
  readonly work: PhotoWork;
  readonly who: string | undefined;
  /** what it keeps in memory while it waits */
  readonly bytes: number;
}

/** Who has a place in the line of photos. */
export interface Places {
  /** Answers with the way out; undefined when there is no place. */
  take(guest: Guest): (() => void) | undefined;
  taken(): number;
}

export function createPlaces(limits: PlaceLimits): Places {
  const inside = new Set<Guest>();
  const count = (is: (guest: Guest) => boolean) => [...inside].filter(is).length;

  function hasPlace({ work, who, bytes }: Guest): boolean {
    const kept = [...inside].reduce((sum, guest) => sum + guest.bytes, bytes);
    if (inside.size > limits.waiting || kept > limits.bytes) return false;
    if (work === 'crop' && count((guest) => guest.work === 'crop') >= limits.crops) return false;
    return who === undefined || count((guest) => guest.who === who) < limits.ofOne;
  }

  return {
    taken: () => inside.size,
    take(guest) {
      if (!hasPlace(guest)) return undefined;
      const own = { ...guest };
      inside.add(own);
      return () => void inside.delete(own);
    },
  };
}
