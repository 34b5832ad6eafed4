import { lastEntry } from '#features/audit/index.ts';
import { accountName } from '#features/identity/index.ts';
import { findService, offeringAt } from '#features/offices/index.ts';
import { freeDays, officeHours } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Db } from '#platform/database.ts';
import type { AtOffice } from '../../at-office.ts';
import { serviceSubject } from '../../change-service.ts';
import { textLanguages } from '../../local-text.form.ts';
import type { PlannersGive } from './horizon-words.ts';
import type { Edited } from './service.form.ts';

export interface EditedService extends Edited {
  readonly planners: PlannersGive;
  readonly changed: { at: Temporal.Instant; by: string } | undefined;
}

/** The service at an office that an address speaks of, with what its editor needs to know. */
export async function editedService(db: Db, at: AtOffice, typed: string): Promise<EditedService | undefined> {
  const { office, now } = at;
  const offering = await offeringAt(db, office.id, typed);
  const service = offering && (await findService(db, offering.serviceCode));
  if (offering === undefined || service === undefined) return undefined;
  const today = dayIn(now, office.timeZone);
  const [hours, last, opened] = await Promise.all([
    officeHours(db, { officeId: office.id, from: today, to: today }),
    lastEntry(db, { officeId: office.id, subject: serviceSubject(offering.serviceCode) }),
    freeDays(db, { offeringId: offering.id, atDesk: true, now }),
  ]);
  const serving = hours.planners.filter((planner) => planner.services.includes(offering.serviceCode));
  return {
    offering,
    service,
    kind: office.kind,
    languages: textLanguages(office.languages),
    planners: {
      horizonDays: serving.length === 0 ? null : Math.max(...serving.map(({ horizonDays }) => horizonDays)),
      lastDay: opened.horizonEnd,
      noticeMinutes: serving.length === 0 ? null : Math.min(...serving.map(({ noticeMinutes }) => noticeMinutes)),
    },
    changed: last && { at: last.at, by: (await accountName(db, last.accountId)) ?? '' },
  };
}
