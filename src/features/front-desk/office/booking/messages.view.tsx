import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { BookingMessage } from '../../booking-messages.ts';
import { mailBackTexts } from './mail-back.text.ts';

const kinds = {
  booked: 'kindBooked',
  confirmed: 'kindConfirmed',
  cancelled: 'kindCancelled',
  moved: 'kindMoved',
  'confirm-request': 'kindRequest',
  'confirm-reminder': 'kindReminderToConfirm',
  reminder: 'kindReminder',
  'taken-in-charge': 'kindTaken',
  'given-back': 'kindGivenBack',
  'to-regularise': 'kindToComplete',
  'examined-fine': 'kindFine',
  'pre-check-reminder': 'kindReminderToSend',
  'completion-reminder': 'kindReminderToSend',
  'clearance-asked': 'kindClearanceAsked',
  'clearance-granted': 'kindClearanceGranted',
  'person-removed': 'kindPersonRemoved',
  'move-offered': 'kindOffered',
  'move-no-seat': 'kindNoSeat',
  'move-expired': 'kindOfferEnded',
  'request-answered': 'kindAnswered',
  'photo-asked': 'kindPhotoAsked',
  'photo-not-asked': 'kindPhotoNotAsked',
} as const;

const states = {
  queued: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  refused: 'stateRefused',
  bounced: 'stateBounced',
  failed: 'failed',
  dropped: 'dropped',
} as const;

/** The e-mails of a booking and what became of each, on the office's clock. */
export function Messages(props: { language: Language; zone: string; messages: readonly BookingMessage[] }) {
  const { language, zone, messages } = props;
  const t = mailBackTexts.for(language);
  if (messages.length === 0) return <p class="t-muted">{t('noMessages')}</p>;
  return (
    <ol class="list-unstyled">
      {messages.map((message, index) => {
        const date = dayMonthYear(dayIn(message.at, zone), language);
        const state = t(states[message.status]);
        const isBack = message.status === 'bounced' || message.status === 'refused' || message.status === 'failed';
        return (
          <li key={index} class="mb-2">
            {t(kindOf(message.kind))}
            <br />
            <span class={isBack ? undefined : 't-muted'}>
              {t('messageLine', { date, time: clockTime(message.at, zone), state })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** A kind that another version wrote is some e-mail. */
function kindOf(kind: string): (typeof kinds)[keyof typeof kinds] | 'kindOther' {
  const known = Object.entries(kinds).find(([name]) => name === kind);
  return known ? known[1] : 'kindOther';
}
