import { z } from 'zod';
import type { Offering } from '#features/offices/index.ts';
import { type PublicPlanner, windowDays } from '#features/planner/index.ts';

/** How a service is booked at an office. */
export const bookingRules = z.object({
  minAge: z.int().nullable().describe('years on the day of the appointment, of each person'),
  maxAge: z.int().nullable(),
  servedOnly: z.boolean().describe('only people the office serves by its territory'),
  inviteOnly: z.boolean().describe('only with a convocation code of the office'),
  loginLevel: z
    .enum(['account', 'identified', 'digital-2', 'digital-3'])
    .describe(
      'identified: an account whose holder has shown who they are; digital-2 and -3: a login with SPID or CIE of at least that level',
    ),
  oneTimeCode: z.boolean().describe('a code by e-mail is asked for before booking'),
  partyMax: z.int().describe('people in one booking'),
  partyModes: z
    .array(z.enum(['single', 'with-companions', 'companions-only']))
    .describe('the one who books alone, with others, or others without them'),
  relationships: z.array(z.string()).nullable().describe('those a companion may have; null: each of the twelve'),
  durationMinutes: z.int().nullable().describe('null: one slot'),
  horizonFromDays: z.int().describe('calendar days after today on which booking begins'),
  horizonDays: z.int().describe('calendar days ahead that may be booked'),
  bookableFrom: z.string().describe('the first day that may be booked today, on the office’s calendar'),
  noticeMinutes: z.int().describe('how late one may book'),
  releaseTimes: z.array(z.string()).describe('HH:MM on the office’s clock at which the next day opens'),
  waitingList: z.boolean(),
  confirmBy: z.enum(['citizen', 'office', 'nobody']),
  confirmOpensDays: z
    .int()
    .nullable()
    .describe('calendar days before the appointment; null unless the citizen confirms'),
  confirmClosesDays: z.int().nullable(),
  confirmClosesHours: z
    .int()
    .nullable()
    .describe('in place of the days, counted from the appointment; null: the days count'),
  confirmExemptChannels: z.array(z.string()).describe('bookings made in these ways hold at once'),
  cancelCutoffHours: z.int(),
  preCheckDays: z
    .int()
    .nullable()
    .describe('documents are looked at before the day, due so many days after booking; null: they are not'),
  clearance: z.enum(['none', 'notify', 'required']).describe('consent of the municipality'),
  clearanceRule: z
    .object({
      days: z.int().describe('that the municipality has for its answer'),
      tooLate: z.enum(['refuse', 'shorten']).describe('when a booking is made too late for that'),
      atDeadline: z.enum(['cancel', 'stays']).describe('when it has not answered by then'),
    })
    .nullable()
    .describe('null unless clearance is required'),
  codiceFiscale: z.enum(['required', 'if-any']),
  birthDate: z.enum(['required', 'not-asked']),
  reasons: z.array(z.string()),
  notes: z.boolean().describe('whoever books may write a note to the office'),
});

export function describeRules(
  offering: Offering,
  planners: readonly PublicPlanner[],
  at: { zone: string; now: Temporal.Instant },
): z.input<typeof bookingRules> {
  const serving = planners.filter(({ services }) => services.includes(offering.serviceCode));
  const { minAge, maxAge, servedOnly, inviteOnly, loginLevel, oneTimeCode, waitingList, clearance } = offering;
  const { partyMax, durationMinutes, confirmBy, cancelCutoffHours, codiceFiscale, birthDate } = offering;
  const { horizonFromDays, horizonDays } = offering;
  const byCitizen = confirmBy === 'citizen';
  const reach = Math.max(0, ...serving.map((planner) => planner.horizonDays));
  const notice = serving.length > 0 ? Math.min(...serving.map(({ noticeMinutes }) => noticeMinutes)) : 0;
  return {
    ...{ minAge, maxAge, servedOnly, inviteOnly, loginLevel, oneTimeCode, waitingList, clearance },
    partyMax,
    partyModes: [...offering.partyModes],
    relationships: offering.relationships && [...offering.relationships],
    durationMinutes,
    horizonFromDays,
    horizonDays: horizonDays === null ? reach : Math.min(reach, horizonFromDays + horizonDays),
    bookableFrom: windowDays({ ...offering, zone: at.zone }, at.now).first.toString(),
    noticeMinutes: Math.max(notice, offering.noticeMinutes ?? 0),
    releaseTimes: [...new Set(serving.map(({ releaseTime }) => releaseTime))].sort(),
    confirmBy,
    confirmOpensDays: byCitizen ? offering.confirmOpensDays : null,
    confirmClosesDays: byCitizen ? offering.confirmClosesDays : null,
    confirmClosesHours: byCitizen ? offering.confirmClosesHours : null,
    confirmExemptChannels: [...offering.confirmExemptChannels],
    clearanceRule:
      clearance === 'required'
        ? {
            days: offering.clearanceDays,
            tooLate: offering.clearanceTooLate,
            atDeadline: offering.clearanceAtDeadline,
          }
        : null,
    cancelCutoffHours,
    preCheckDays: offering.preCheck ? offering.preCheckDays : null,
    codiceFiscale,
    birthDate,
    reasons: [...offering.reasons],
    notes: offering.notesAllowed,
  };
}
