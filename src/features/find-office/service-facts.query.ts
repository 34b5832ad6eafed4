import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { LocalText } from '#platform/language.ts';
import {
  type Offering,
  type Office,
  questionsOf,
  type RequestedFile,
  requestedFilesOf,
} from '#features/offices/index.ts';
import {
  type Asker,
  earliestSlots,
  type FreeDays,
  officeHours,
  prioritySeats,
  type PrioritySeats,
} from '#features/planner/index.ts';
import { daysForParty } from './service-days.query.ts';

/** What the page of a service shows of its seats. */
export interface ServiceFacts {
  readonly free: FreeDays;
  readonly firstTime: Temporal.Instant | undefined;
  /** minutes; how late one may book: the planner's notice, or the longer one of the service */
  readonly notice: number;
  /** who has seats kept for people with priority; and whether those are among what is shown */
  /** what the office asks of who books, so that it is at hand before a seat is kept */
  readonly asked?: { readonly questions: readonly LocalText[]; readonly files: readonly RequestedFile[] };
  readonly priority?: { readonly seats: readonly PrioritySeats[]; readonly shown: boolean };
}

export const noFacts: ServiceFacts = {
  free: { horizonEnd: null, nextRelease: null, days: [] },
  firstTime: undefined,
  notice: 0,
};

export async function serviceFacts(
  db: Db | Tx,
  request: {
    office: Office;
    offering: Offering;
    party: number;
    withPriority?: boolean;
    asker?: Asker;
    now: Temporal.Instant;
  },
): Promise<ServiceFacts> {
  const { office, offering, party, withPriority = false, asker, now } = request;
  const today = dayIn(now, office.timeZone);
  const [free, [first], hours, seats, questions, files] = await Promise.all([
    daysForParty(db, { offeringId: offering.id, party, withPriority, asker, now }),
    earliestSlots(db, { offeringId: offering.id, party, withPriority, asker, now, limit: 1 }),
    officeHours(db, { officeId: office.id, from: today, to: today }),
    prioritySeats(db, offering.id),
    questionsOf(db, offering.id),
    requestedFilesOf(db, offering.id),
  ]);
  const serving = hours.planners.filter((planner) => planner.services.includes(offering.serviceCode));
  const planners = Math.min(...serving.map((planner) => planner.noticeMinutes), Infinity);
  const notice = Math.max(Number.isFinite(planners) ? planners : 0, offering.noticeMinutes ?? 0);
  return {
    free,
    firstTime: first?.startsAt,
    notice,
    asked: { questions: questions.filter(({ mandatory }) => mandatory).map(({ label }) => label), files },
    priority: { seats, shown: withPriority && seats.length > 0 },
  };
}
