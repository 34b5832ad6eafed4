import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { BookingEvent } from '../../history.query.ts';
import type { OfficeMessage } from '../../mass/mass.query.ts';
import { historyTexts } from './history.text.ts';

const shown = [
  'created',
  'imported',
  'confirmed',
  'moved',
  'cancelled',
  'person-removed',
  'taken-in-charge',
  'given-back',
  'checked-in',
  'served',
  'no-show',
  'no-show-excused',
  'person-corrected',
  'mark-undone',
  'move-offered',
  'offer-declined',
  'offer-expired',
  'no-seat-found',
  'office-asked',
  'request-answered',
  'kept',
  'offer-withdrawn',
  'office-message',
  'confirmed-early',
  'taken-over',
  'documents-sent',
  'photo-sent',
  'photo-removed',
  'photo-accepted',
  'photo-overridden',
  'photo-asked',
  'photo-undone',
  'delivery-changed',
  'to-regularise',
  'examined-fine',
  'clearance-municipality',
  'clearance-asked',
  'clearance-reminded',
  'clearance-granted',
  'clearance-refused',
  'clearance-told',
  'clearance-not-needed',
  'clearance-not-delivered',
] as const;

/** What happened to a booking, on the office's clock; calls to the desk and the like stay with the office. */
export function History({
  language,
  zone,
  events,
  messages,
}: {
  language: Language;
  zone: string;
  events: readonly BookingEvent[];
  /** what the office wrote to many at once */
  messages: ReadonlyMap<string, OfficeMessage>;
}) {
  const t = historyTexts.for(language);
  return (
    <ol class="list-unstyled">
      {events.map((event, index) => {
        const kind = shown.find((known) => known === event.kind);
        if (!kind) return null;
        return (
          <li key={index} class="mb-2">
            <span class="t-muted">
              {dayMonthYear(dayIn(event.at, zone), language)}, {clockTime(event.at, zone)}
            </span>
            {' · '}
            {t(kind, { actor: event.actor, by: String(event.detail['by']).replaceAll('-', '_') })}
            <Message message={messages.get(String(event.detail['mass']))} />
          </li>
        );
      })}
    </ol>
  );
}

function Message({ message }: { message: OfficeMessage | undefined }) {
  if (!message) return null;
  return (
    <blockquote class="mt-2 mb-0">
      <p class="mb-1">
        <strong>{message.subject}</strong>
      </p>
      {message.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index} class="mb-1">
            {line}
          </p>
        ))}
    </blockquote>
  );
}
