import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Table } from '#ui/table.tsx';
import type { AtOffice } from '../../at-office.ts';
import type { Release } from '../../availability/releases.query.ts';
import { releasesTexts } from './releases.text.ts';

/** A moment on a clock: `lun 23 nov, 19:00`. */
export function momentWords(instant: Temporal.Instant, zone: string, language: Language): string {
  return `${shortDate(dayIn(instant, zone), language)}, ${clockTime(instant, zone)}`;
}

/** When seats open, as it is told: at a moment, between two, or from one on. */
export function openingWords(release: Release, zone: string, language: Language): string {
  const t = releasesTexts.for(language);
  const from = momentWords(release.opensAt, zone, language);
  if (release.opensBy === null || release.opensBy.equals(release.opensAt)) return from;
  const isSameDay = dayIn(release.opensAt, zone).equals(dayIn(release.opensBy, zone));
  const by = isSameDay ? clockTime(release.opensBy, zone) : momentWords(release.opensBy, zone, language);
  return t(release.kind === 'drip' ? 'until' : 'between', { from, by });
}

/** `lun 1 mar – ven 5 mar` */
export function daysWords({ day, lastDay }: Pick<Release, 'day' | 'lastDay'>, language: Language): string {
  const first = shortDate(day, language);
  return day.equals(lastDay) ? first : `${first} – ${shortDate(lastDay, language)}`;
}

/** The next releases of a rule, on the office's clock and on Rome's. */
export function NextReleases(props: { language: Language; at: AtOffice; next: readonly Release[] }) {
  const { language, at, next } = props;
  const t = releasesTexts.for(language);
  if (next.length === 0) return <p>{t('noNext')}</p>;
  const { timeZone } = at.office;
  const isRome = timeZone === 'Europe/Rome';
  const office = { label: t('whenOffice', { city: localText(at.office.city, language) }) };
  const others = [{ label: t('days') }, { label: t('seats'), numeric: true }];
  return (
    <Table
      caption={t('next')}
      columns={isRome ? [office, ...others] : [office, { label: t('whenRome') }, ...others]}
      rows={next.slice(0, 3).map((release) => {
        const rome = isRome ? [] : [openingWords(release, 'Europe/Rome', language)];
        return {
          key: release.id,
          cells: [openingWords(release, timeZone, language), ...rome, daysWords(release, language), release.seats],
        };
      })}
    />
  );
}
