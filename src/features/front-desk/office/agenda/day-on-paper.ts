import type { Office } from '#features/offices/index.ts';
import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { familyFor, printable } from '#platform/pdf/fonts.ts';
import { bookingBadgeTexts } from '#ui/booking-badge.tsx';
import type { AgendaAppointment, AgendaDay } from '../../agenda-day.query.ts';
import { countDay } from '../../rules.ts';
import { photoInWords } from '../completion/photo-badges.view.tsx';
import { dayOnPaperTexts } from './day-on-paper.text.ts';
import { missingInWords } from '../desk.view.tsx';

const namesShown = 4;

/** The day as a sheet of paper says it: what somebody at the gate needs to know, and nothing more. */
export interface DayOnPaper {
  readonly title: string;
  readonly printed: string;
  readonly summary: string;
  readonly keep: string;
  readonly columns: readonly string[];
  readonly rows: readonly PaperRow[];
}

export interface PaperRow {
  readonly key: string;
  readonly time: string;
  readonly who: string;
  readonly service: string;
  readonly party: string;
  readonly code: string;
  readonly status: string;
}

export function dayOnPaper(
  day: AgendaDay,
  { office, language, now }: { office: Pick<Office, 'name' | 'timeZone'>; language: Language; now: Temporal.Instant },
): DayOnPaper {
  const t = dayOnPaperTexts.for(language);
  const zone = office.timeZone;
  const numbers = countDay(day.appointments);
  return {
    title: t('title', { day: longDate(day.date, language) }),
    printed: t('printed', {
      office: localText(office.name, language),
      time: clockTime(now, zone),
      date: dayMonthYear(dayIn(now, zone), language),
    }),
    summary: t('summary', { count: numbers.appointments, people: numbers.people }),
    keep: t('keep'),
    columns: [t('time'), t('who'), t('service'), t('party'), t('code'), t('status'), t('come')],
    rows: day.appointments.map((booking) => ({
      key: booking.id,
      time: clockTime(booking.startsAt, zone),
      who: namesOf(booking, language),
      service: localText(booking.serviceName, language),
      party: String(booking.party),
      code: `…${booking.code.slice(-4)}`,
      status: statusOf(booking, language),
    })),
  };
}

/** Its state, and that another photo is still to come: whoever is at the door can say so. */
function statusOf(booking: AgendaAppointment, language: Language): string {
  const status = missingInWords(booking, language) ?? bookingBadgeTexts.for(language)(booking.status);
  const photo = photoInWords(booking, language);
  return photo === undefined ? status : `${status} · ${photo}`;
}

/** Surname first, as lists are read; those who cannot be printed are told apart by the code. */
function namesOf({ people }: AgendaAppointment, language: Language): string {
  const t = dayOnPaperTexts.for(language);
  const names = people
    .slice(0, namesShown)
    .map(({ familyName, givenName }) => `${familyName} ${givenName}`)
    .map((name) => (familyFor(printable(name)) ? name : t('unwritable')));
  const others = people.length - namesShown;
  return others > 0 ? `${names.join(', ')}, ${t('others', { count: others })}` : names.join(', ');
}
