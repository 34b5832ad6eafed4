import type { Office } from '#features/offices/index.ts';
import { clockTime, dayIn, shortDate, withOffset } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { dayWords } from '#ui/calendar/next-opening.tsx';
import { kitTexts } from '#ui/kit.text.ts';
import type { Standing } from '../../turns/rooms.ts';
import { type Chosen, queryOf } from '../paths.ts';
import { cityOf } from '../when.view.tsx';
import { written } from '../written.ts';
import { ticketTexts } from './ticket.text.ts';

/** The words that differ from one reader of a ticket's page to the next. */
export const readersWords = [
  'ticket',
  'chosen',
  'number',
  'place',
  'ahead',
  'pollAfter',
  'since',
  'sinceInstant',
  'sinceOffice',
  'estimate',
  'estimateInstant',
  'estimateOffice',
] as const;
export type ReadersWord = (typeof readersWords)[number];
export type ReadersWords = Readonly<Record<ReadersWord, string>>;

export function wordsOf(
  standing: Standing,
  reader: { ticket: string; chosen: Chosen; office: Office; language: Language; now: Temporal.Instant },
): ReadersWords {
  const { ticket, chosen, office, language, now } = reader;
  const { number, position, ahead, estimatedAt, joinedAt, pollAfter } = standing;
  const zone = office.timeZone;
  const unknown = ticketTexts.for(language)('unknown');
  const count = (known: number | null) => (known === null ? unknown : written(known, language));
  return {
    ticket,
    chosen: queryOf(chosen),
    number: written(number, language),
    place: count(position),
    ahead: count(ahead),
    pollAfter: String(Math.max(2, Math.round(pollAfter))),
    since: sinceWords(joinedAt, office, language, now),
    sinceInstant: joinedAt.toString({ smallestUnit: 'second' }),
    sinceOffice: officeClock(joinedAt, zone),
    estimate: estimatedAt === null ? unknown : estimateWords(estimatedAt, office, language, now),
    estimateInstant: estimatedAt === null ? '' : withOffset(estimatedAt, zone),
    estimateOffice: estimatedAt === null ? '' : officeClock(estimatedAt, zone),
  };
}

function sinceWords(instant: Temporal.Instant, office: Office, language: Language, now: Temporal.Instant): string {
  const zone = office.timeZone;
  const day = dayWords(dayIn(instant, zone), dayIn(now, zone), language);
  const [time, city] = [clockTime(instant, zone), cityOf(office, language)];
  const kit = kitTexts.for(language);
  return `${day} ${city === undefined ? kit('at', { time }) : kit('atIn', { time, city })}`;
}

/** `14:50 di Londra`, or with its day when that is another one. */
function estimateWords(instant: Temporal.Instant, office: Office, language: Language, now: Temporal.Instant): string {
  const zone = office.timeZone;
  const day = dayIn(instant, zone);
  const time = clockIn(clockTime(instant, zone), office, language);
  return day.equals(dayIn(now, zone)) ? time : `${shortDate(day, language)}, ${time}`;
}

/** An hour on the office's clock, which is named where the reader may be elsewhere. */
export function clockIn(time: string, office: Office, language: Language): string {
  const city = cityOf(office, language);
  return city === undefined ? time : ticketTexts.for(language)('clockIn', { time, city });
}

function officeClock(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
