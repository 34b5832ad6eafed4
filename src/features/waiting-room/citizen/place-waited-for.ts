import type { ProvedAbroad } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import {
  findOfferingById,
  findOfficeById,
  type Offering,
  type Office,
  officesInstead,
} from '#features/offices/index.ts';
import { firstFree, freeDays } from '#features/planner/index.ts';
import { keepFacts } from './kept-facts.ts';

/** The service that a room stands before. */
export interface PlaceWaitedFor {
  readonly office: Office;
  readonly offering: Offering & { readonly abroad?: ProvedAbroad | null };
}

/** What else can be done where no seat is left. */
export interface WaysOn {
  readonly nextRelease: Temporal.Instant | null;
  readonly nextReleaseBy: Temporal.Instant | undefined;
  readonly elsewhere: readonly { readonly office: Office; readonly date: Temporal.PlainDate }[];
}

export interface KnownPlaces {
  readonly placeOf: (offeringId: number) => Promise<PlaceWaitedFor | undefined>;
  readonly waysOn: (offeringId: number) => Promise<WaysOn>;
}

export const noWays: WaysOn = { nextRelease: null, nextReleaseBy: undefined, elsewhere: [] };

const mostElsewhere = 4;

/** What pages of a room say of the service and its office: asked of the database now and then, not by each reader. */
export function knownPlaces({ db, clock }: Pick<Deps, 'db' | 'clock'>): KnownPlaces {
  const placeOf = keepFacts(clock, 30, async (id): Promise<PlaceWaitedFor | undefined> => {
    const offering = await findOfferingById(db, id);
    const office = offering && (await findOfficeById(db, offering.officeId));
    return offering && office && { office, offering };
  });
  const waysOn = keepFacts(clock, 10, async (offeringId, now): Promise<WaysOn> => {
    const known = await placeOf(offeringId);
    if (!known) return noWays;
    const [{ nextRelease, nextReleaseBy }, near] = await Promise.all([
      freeDays(db, { offeringId, now }),
      officesInstead(db, known.office, 20),
    ]);
    const officeIds = near.map(({ id }) => id);
    const firsts =
      officeIds.length === 0
        ? []
        : await firstFree(db, { officeIds, service: known.offering.serviceCode, now, limit: mostElsewhere });
    const elsewhere = firsts.flatMap(({ officeId, date }) => {
      const office = near.find(({ id }) => id === officeId);
      return office ? [{ office, date }] : [];
    });
    return { nextRelease, nextReleaseBy, elsewhere };
  });
  return { placeOf, waysOn };
}
