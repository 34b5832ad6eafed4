import { clockTime, dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { lastDayToSend } from '../../examination/pre-check.rules.ts';
import { closingWords } from '../../confirmation/closing-words.ts';
import { closesAtMidnight } from '../../confirmation/confirmation.rules.ts';
import type { BookingStatus, ConfirmBy } from '../../status.rules.ts';
import { whatNextTexts } from './what-next.text.ts';

export interface NextStepsOf {
  readonly status: BookingStatus;
  readonly confirmBy: ConfirmBy;
  readonly confirmOpensAt: Temporal.Instant | null;
  readonly confirmClosesAt: Temporal.Instant | null;
  readonly cancelClosesAt: Temporal.Instant;
  readonly takenInChargeAt: Temporal.Instant | null;
  /** The request did not arrive: the booking does not end by itself. */
  readonly confirmUndeliveredAt?: Temporal.Instant | null;
  readonly timeZone: string;
  /** The citizen has something to send by then. */
  readonly preCheck?: { readonly dueAt: Temporal.Instant | null } | null;
  /** The municipality must answer by then. */
  readonly clearance?: { readonly dueOn: Temporal.PlainDate | null; readonly atDeadline: 'cancel' | 'stays' } | null;
}

/** What happens after booking, in sentences: who confirms and when, and until when one may cancel. */
export function nextSteps(
  booking: NextStepsOf,
  {
    language,
    now,
    booked,
  }: { language: Language; now: Temporal.Instant /** false while it is still a summary */; booked: boolean },
): string[] {
  const t = whatNextTexts.for(language);
  return [...toSend(), ...confirmation(), ...cancellation()];

  function toSend(): string[] {
    const { preCheck, timeZone } = booking;
    if (!preCheck?.dueAt) return [];
    const late = Temporal.Instant.compare(now, preCheck.dueAt) >= 0;
    return [t(late ? 'toSendLate' : 'toSend', { last: dayOfMonth(lastDayToSend(preCheck.dueAt, timeZone), language) })];
  }

  function confirmation(): string[] {
    const { status, confirmBy, confirmOpensAt, confirmClosesAt, timeZone } = booking;
    if (status === 'awaiting-clearance') return clearance();
    if (status === 'awaiting-office') return [t('office')];
    if (status === 'confirmed') {
      if (booked) return [t('confirmed')];
      return [confirmBy === 'nobody' ? t('nobody') : t('soon')];
    }
    if (status !== 'booked' || !confirmOpensAt || !confirmClosesAt) return [];
    if (booking.confirmUndeliveredAt) return [t('undelivered')];
    const last = closingWords(confirmClosesAt, timeZone, language, (day) => dayOfMonth(day, language));
    const whole = closesAtMidnight(confirmClosesAt, timeZone) ? 'yes' : 'no';
    if (Temporal.Instant.compare(now, confirmOpensAt) >= 0) return [t('askNow', { last })];
    return [
      t('willAsk', { opens: dayOfMonth(dayIn(confirmOpensAt, timeZone), language), last, whole }),
      t('ifNot', { last }),
    ];
  }

  function clearance(): string[] {
    const { dueOn, atDeadline } = booking.clearance ?? { dueOn: null, atDeadline: 'stays' };
    if (dueOn === null) return [t('clearance')];
    return [
      t('clearanceBy', { last: dayOfMonth(dueOn, language) }),
      t(atDeadline === 'cancel' ? 'clearanceElse' : 'clearanceLate'),
    ];
  }

  function cancellation(): string[] {
    const { cancelClosesAt, takenInChargeAt, timeZone } = booking;
    if (takenInChargeAt || Temporal.Instant.compare(now, cancelClosesAt) >= 0) return [];
    const day = dayOfMonth(dayIn(cancelClosesAt, timeZone), language);
    return [t('cancel', { time: clockTime(cancelClosesAt, timeZone), day })];
  }
}
