import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import {
  findOffices,
  listBookableOfferings,
  listServices,
  type Office,
  type Service,
} from '#features/offices/index.ts';
import { comingReleases, countFreeSeats, firstFree } from '#features/planner/index.ts';

/** The first free time at an office, for one of its services. */
export interface FirstDate {
  readonly office: Office;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly date: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
}

/** Seats that will become bookable, with the office and one of the services they are for. */
export interface NextRelease {
  readonly office: Office;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly opensAt: Temporal.Instant;
  /** where the moment is drawn: by when at the latest */
  readonly opensBy: Temporal.Instant | null;
  readonly seats: number;
}

export interface AllFirstDates {
  readonly seats: number;
  readonly offices: number;
  /** the services that offices book, by default */
  readonly services: readonly Service[];
  /** one for each office and service that has a free seat, the earliest first */
  readonly dates: readonly FirstDate[];
  /** what anybody can book in principle but has no free seat now */
  readonly soldOut: readonly { office: Office; serviceCode: string }[];
  /** the next openings, the earliest first */
  readonly releases: readonly NextRelease[];
}

const mostReleases = 8;

/** The first free date of every service at every office. Looks at all of them: keep the answer. */
export async function allFirstDates(db: Db, now: Temporal.Instant): Promise<AllFirstDates> {
  const [offerings, services, free, coming] = await Promise.all([
    listBookableOfferings(db).then((all) => all.filter(({ inviteOnly }) => !inviteOnly)),
    listServices(db),
    countFreeSeats(db, now),
    comingReleases(db, { now, limit: mostReleases }),
  ]);
  const ids = offerings.map((offering) => offering.offeringId);
  const [firsts, offices] = await Promise.all([
    firstFree(db, { offeringIds: ids, now, limit: ids.length }),
    findOffices(db, [...new Set(offerings.map((offering) => offering.officeId))]),
  ]);
  const officeOf = new Map(offices.map((office) => [office.id, office]));
  const offeringOf = new Map(offerings.map((offering) => [offering.offeringId, offering]));
  const serviceOf = new Map(services.map((service) => [service.code, service]));
  const dates = firsts.flatMap(({ officeId, offeringId, date, startsAt }) => {
    const office = officeOf.get(officeId);
    const service = serviceOf.get(offeringOf.get(offeringId)?.serviceCode ?? '');
    return office && service ? [{ office, serviceCode: service.code, serviceName: service.name, date, startsAt }] : [];
  });
  const withSeats = new Set(firsts.map(({ offeringId }) => offeringId));
  const soldOut = offerings.flatMap(({ offeringId, officeId, serviceCode }) => {
    const office = officeOf.get(officeId);
    return office && !withSeats.has(offeringId) ? [{ office, serviceCode }] : [];
  });
  const releases = coming.flatMap(({ officeId, services: codes, opensAt, opensBy, seats }) => {
    const office = officeOf.get(officeId);
    const service = serviceOf.get(codes[0] ?? '');
    return office && service
      ? [{ office, serviceCode: service.code, serviceName: service.name, opensAt, opensBy, seats }]
      : [];
  });
  return { ...free, services: services.filter((service) => service.bookable), dates, soldOut, releases };
}

/** The first date of each office, the earliest first; for one service, or for any. */
export function firstOfEachOffice(all: AllFirstDates, service?: string): FirstDate[] {
  const seen = new Set<number>();
  return all.dates.filter(({ office, serviceCode }) => {
    if ((service !== undefined && serviceCode !== service) || seen.has(office.id)) return false;
    seen.add(office.id);
    return true;
  });
}
