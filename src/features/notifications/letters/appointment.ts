import { closesAtMidnight, closingWords } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';

/** `giovedì 14 gennaio 2027, ore 09:20 (ora di Londra)` */
export function whenWords(facts: BookingFacts, language: Language): string {
  const { office, startsAt } = facts;
  return appointmentTexts.for(language)('whenValue', {
    day: longDate(dayIn(startsAt, office.timeZone), language),
    time: clockTime(startsAt, office.timeZone),
    city: localText(office.city, language),
  });
}

/** The office's name, with its city where the name does not say it. */
export function officeWords({ office }: BookingFacts, language: Language): string {
  const name = localText(office.name, language);
  const city = localText(office.city, language);
  return name.includes(city) ? name : `${name}, ${city}`;
}

/** What, when, where and for whom, as label and value. */
export function appointmentFacts(facts: BookingFacts, language: Language): [label: string, value: string][] {
  const t = appointmentTexts.for(language);
  const { office } = facts;
  return [
    [t('when'), whenWords(facts, language)],
    [t('what'), localText(facts.service.name, language)],
    [t('where'), officeWords(facts, language)],
    [t('address'), office.address ?? t('noAddress')],
    [t('people'), facts.people.join(', ')],
    [t('code'), facts.code],
  ];
}

/** How to reach the office, or that it has not said so. */
export function officeContacts({ office }: BookingFacts, language: Language): string {
  const known = [office.email, office.phone, office.website].filter((contact) => contact !== null);
  return known.length > 0 ? known.join(', ') : appointmentTexts.for(language)('noContacts');
}

/** What confirmation asks of the person now. */
export function confirmationWords(facts: BookingFacts, language: Language, now: Temporal.Instant): string | undefined {
  const t = appointmentTexts.for(language);
  if (facts.status === 'confirmed') return t('isConfirmed');
  if (facts.status === 'awaiting-office') return t('officeConfirms');
  if (facts.status === 'awaiting-clearance') return t('clearanceAwaited');
  if (facts.status !== 'booked' || facts.confirmOpensAt === null || facts.confirmClosesAt === null) return undefined;
  const zone = facts.office.timeZone;
  const whole = closesAtMidnight(facts.confirmClosesAt, zone);
  const closes = closingWords(facts.confirmClosesAt, zone, language, (day) => longDate(day, language));
  const open = Temporal.Instant.compare(now, facts.confirmOpensAt) >= 0;
  if (open && facts.confirmUndeliveredAt) return t('confirmUndelivered');
  if (open)
    return t('confirmNow', {
      closes,
      city: localText(facts.office.city, language),
      whole: whole ? 'yes' : 'no',
    });
  return t('mustConfirm', {
    opens: longDate(dayIn(facts.confirmOpensAt, zone), language),
    closes,
    whole: whole ? 'yes' : 'no',
  });
}

/** Until when the citizen may cancel alone. */
export function cancellationWords(facts: BookingFacts, language: Language): string {
  const t = appointmentTexts.for(language);
  const zone = facts.office.timeZone;
  const until = facts.cancelClosesAt.equals(facts.startsAt)
    ? t('untilStart')
    : t('untilTime', {
        day: longDate(dayIn(facts.cancelClosesAt, zone), language),
        time: clockTime(facts.cancelClosesAt, zone),
      });
  return t('ifYouCannot', { until });
}
