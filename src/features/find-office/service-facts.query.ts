import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Offering, Office } from '#features/offices/index.ts';
import { earliestSlots, type FreeDays, officeHours } from '#features/planner/index.ts';
import { daysForParty } from './service-days.query.ts';

/** What the page of a service shows of its seats. */
export interface ServiceFacts {
  readonly free: FreeDays;
  readonly firstTime: Temporal.Instant | undefined;
  /** minutes; how late one may book: the planner's notice, or the longer one of the service */
  readonly notice: number;
}

export const noFacts: ServiceFacts = {
  free: { horizonEnd: null, nextRelease: null, days: [] },
  firstTime: undefined,
  notice: 0,
};

export async function serviceFacts(
  db: Db | Tx,
  request: { office: Office; offering: Offering; party: number; now: Temporal.Instant },
): Promise<ServiceFacts> {
  const { office, offering, party, now } = request;
  const today = dayIn(now, office.timeZone);
  const [free, [first], hours] = await Promise.all([
    daysForParty(db, { offeringId: offering.id, party, now }),
    earliestSlots(db, { offeringId: offering.id, party, now, limit: 1 }),
    officeHours(db, { officeId: office.id, from: today, to: today }),
  ]);
  const serving = hours.planners.filter((planner) => planner.services.includes(offering.serviceCode));
  const planners = Math.min(...serving.map((planner) => planner.noticeMinutes), Infinity);
  const notice = Math.max(Number.isFinite(planners) ? planners : 0, offering.noticeMinutes ?? 0);
  return { free, firstTime: first?.startsAt, notice };
}
