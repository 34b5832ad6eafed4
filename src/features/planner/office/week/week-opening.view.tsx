import { shortDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import type { GridDay, GridOpening } from '../../editing/week-grid.rules.ts';
import { plannerPaths } from '../paths.ts';
import { ruleDays } from './rule-words.ts';
import { weekGridTexts } from './week-grid.text.ts';
import { weekName } from './week-asked.ts';
import { openingPlaces } from './week-grid-places.ts';
import type { WeekGridProps } from './week-grid-props.ts';

/** An opening at its place, as a link to its form; the calendar's extra hours have none here. */
export function WeekOpening({
  language,
  office,
  plannerId,
  monday,
  opening,
  day,
}: WeekGridProps & { opening: GridOpening; day: GridDay }) {
  const t = weekGridTexts.for(language);
  const { rule: known, starts, ends, minutes, desks, seats } = opening;
  const places = openingPlaces(opening);
  const body = (
    <>
      <strong>
        {starts}–{ends}
      </strong>{' '}
      {known === null && `${t('extra')}. `}
      {t('desks', { desks })}, {t('every', { minutes })}, {t('seats', { seats })}
      {known && monday === null && limits(known.rule, language)}
    </>
  );
  if (known === null) return <span class={`t-opening t-opening-extra ${places}`}>{body}</span>;
  return (
    <a
      class={`t-opening ${places}`}
      href={`${plannerPaths.rule(office, plannerId, known.id)}?week=${weekName(monday)}`}
      draggable={false}
      data-opening={known.id}
      data-day={day.weekday}
      data-days={ruleDays(known.rule, language)}
      data-alone={known.rule.weekdays.length === 1 ? 'yes' : undefined}
      data-starts={starts}
      data-ends={ends}
      data-seen={fingerprint(known.rule)}
    >
      {body}
    </a>
  );
}

function limits(rule: { validFrom: string; validTo: string | null }, language: Language) {
  const t = weekGridTexts.for(language);
  const day = (text: string) => shortDate(Temporal.PlainDate.from(text), language);
  if (rule.validTo !== null)
    return `, ${t('since', { day: day(rule.validFrom) })} ${t('until', { day: day(rule.validTo) })}`;
  return `, ${t('since', { day: day(rule.validFrom) })}`;
}
