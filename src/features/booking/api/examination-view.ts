import { z } from 'zod';
import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { clearanceStates } from '../clearance/clearance.rules.ts';
import { missingLines } from '../examination/missing.ts';
import { lastDayToSend } from '../examination/pre-check.rules.ts';

/** What the office found before the day, as the API describes it. */
export const preCheckAnswer = z
  .object({
    outcome: z.enum(['fine', 'to-regularise', 'rejected']).nullable().describe('null: nobody has decided yet'),
    missing: z.array(z.string()).describe('what the citizen still has to send'),
    by: z.iso.date().nullable().describe('the last day to send it, while it is the citizen’s turn'),
  })
  .nullable();

/** The municipality's consent, as the API describes it. */
export const clearanceAnswer = z
  .object({
    residence: z.string().nullable().describe('cadastral code of the municipality'),
    municipality: z.string().nullable().describe('its name'),
    channel: z.string().nullable().describe('how it was asked; turno: its own office answers in the system'),
    mode: z.enum(['notify', 'required']),
    state: z.enum(clearanceStates),
    askedOn: z.iso.date().nullable(),
    dueOn: z.iso.date().nullable().describe('the last day for its answer'),
    atDeadline: z.enum(['cancel', 'stays']).describe('what becomes of the booking without an answer'),
    remindedOn: z.iso.date().nullable(),
    answeredOn: z.iso.date().nullable(),
    protocol: z.string().nullable().describe('of the answer'),
    reason: z.string().nullable(),
  })
  .nullable();

export function preCheckView({ preCheck, timeZone }: Booking, language: Language): z.output<typeof preCheckAnswer> {
  if (preCheck === null) return null;
  const { state, dueAt } = preCheck;
  return {
    outcome: state === 'to-send' || state === 'to-examine' ? null : state,
    missing: missingLines(preCheck.missing, language),
    by: dueAt && lastDayToSend(dueAt, timeZone).toString(),
  };
}

export function clearanceView({ clearance }: Booking): z.output<typeof clearanceAnswer> {
  if (clearance === null) return null;
  const day = (date: Temporal.PlainDate | null): string | null => date && date.toString();
  const { residence, municipality, channel, mode, state, atDeadline, reason } = clearance;
  return {
    ...{ residence, municipality, channel, mode, state, atDeadline, reason },
    askedOn: day(clearance.askedOn),
    dueOn: day(clearance.dueOn),
    remindedOn: day(clearance.remindedOn),
    answeredOn: day(clearance.answeredOn),
    protocol: clearance.answerProtocol,
  };
}
