import { shortDate, withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Icon } from '#ui/icon.tsx';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import type { GridDay, GridOpening, WeekGrid } from '../../editing/week-grid.rules.ts';
import { mondayOf } from '../../slots/week-preview.rules.ts';
import { plannerPaths } from '../paths.ts';
import { ruleDays } from './rule-words.ts';
import { weekGridTexts } from './week-grid.text.ts';
import { weekName } from './week-asked.ts';
import { closedPlaces, openingPlaces, pausePlaces } from './week-grid-places.ts';

export interface WeekGridProps {
  readonly language: Language;
  readonly office: string;
  readonly plannerId: number;
  readonly grid: WeekGrid;
  readonly monday: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  /** by weekday, Monday first, closures counted */
  readonly seats: readonly number[];
}

/**
 * The week as columns of hours, each opening at its place; on a phone, a list of days. Every opening is a link to its
 * form and every day has one to add hours; with scripting one draws, drags and moves among the hours with arrows.
 */
export function WeekGridView(props: WeekGridProps) {
  const { language, grid } = props;
  const t = weekGridTexts.for(language);
  const hours = Array.from({ length: grid.lastHour - grid.firstHour }, (_, index) => grid.firstHour + index);
  return (
    <section aria-labelledby="week">
      <WeekTools {...props} />
      <div class={`t-week-scroll t-first-h${grid.firstHour} t-last-h${grid.lastHour}`}>
        <ol class="t-hours" aria-hidden="true">
          {hours.map((hour) => (
            <li key={hour}>{String(hour).padStart(2, '0')}:00</li>
          ))}
        </ol>
        <ol
          class="t-week"
          data-week-grid
          data-first={grid.firstHour}
          data-last={grid.lastHour}
          data-words={JSON.stringify(scriptWords(language))}
        >
          {grid.days.map((day) => (
            <Day key={day.weekday} {...props} day={day} />
          ))}
        </ol>
      </div>
      <p class="t-week-hint t-muted">{t('hint')}</p>
      <p class="visually-hidden" aria-live="polite" data-week-says></p>
    </section>
  );
}

function WeekTools({ language, office, plannerId, monday, today }: WeekGridProps) {
  const t = weekGridTexts.for(language);
  const shown = monday ?? mondayOf(today);
  const at = (week: string) => `${plannerPaths.planner(office, plannerId)}?week=${week}#week`;
  const title =
    monday === null
      ? t('regular')
      : t('week', {
          from: withArticle('dal', monday, language),
          to: withArticle('al', monday.add({ days: 6 }), language),
        });
  const weeks = [
    { name: shown.subtract({ days: 7 }).toString(), label: t('previous') },
    { name: mondayOf(today).toString(), label: t('current') },
    { name: shown.add({ days: 7 }).toString(), label: t('next') },
    { name: 'regular', label: t('regular') },
  ];
  return (
    <div class="t-week-tools">
      <h2 id="week">{title}</h2>
      <nav aria-label={t('choose')}>
        {weeks.map(({ name, label }) => (
          <a
            key={label}
            class="btn btn-outline-primary btn-sm"
            href={at(name)}
            aria-current={name === weekName(monday) ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {monday === null && <p class="t-muted mb-0">{t('regularWhy')}</p>}
    </div>
  );
}

function Day(props: WeekGridProps & { day: GridDay }) {
  const { language, office, plannerId, monday, today, seats, day } = props;
  const t = weekGridTexts.for(language);
  const long = weekdays(language)[day.weekday - 1]?.long ?? '';
  const count =
    day.date === null ? day.openings.reduce((sum, opening) => sum + opening.seats, 0) : seats[day.weekday - 1];
  const isToday = day.date?.equals(today) ?? false;
  const name = day.date === null ? long : `${long} ${day.date.day}`;
  const add = `${plannerPaths.newRule(office, plannerId)}?day=${day.weekday}&week=${weekName(monday)}`;
  return (
    <li class={isToday ? 't-week-day t-week-today' : 't-week-day'}>
      <div class="t-day-head">
        <div>
          <h3 aria-current={isToday ? 'date' : undefined}>
            {capital(long)}
            {day.date && ` ${day.date.day}`}
          </h3>
          <p>{t('seats', { seats: count ?? 0 })}</p>
        </div>
        <a href={add} aria-label={t('add', { day: name })}>
          <Icon name="plus" />
        </a>
      </div>
      <div class="t-day-body" data-week-day={day.weekday} data-name={long} data-valid-from={validFrom(day, today)}>
        <ul>
          {day.openings.map((opening, index) => (
            <li key={index}>
              <Opening {...props} opening={opening} />
              {opening.breaks.map(({ starts, ends }) => (
                <span key={starts} class={`t-pause ${pausePlaces({ starts, ends }, opening)}`}>
                  <span>{t('pause', { starts, ends })}</span>
                </span>
              ))}
            </li>
          ))}
          {day.closed.map(({ starts, ends }) => {
            const isWhole = starts === '00:00' && ends === '24:00';
            return (
              <li key={starts}>
                <span
                  class={isWhole ? 't-closed t-closed-all' : `t-closed ${closedPlaces({ starts, ends }, props.grid)}`}
                >
                  {isWhole ? t('closed') : t('closedFrom', { starts, ends })}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </li>
  );
}

function Opening({
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

/** New hours hold from the day they are drawn on, or from today when that is over. */
function validFrom(day: GridDay, today: Temporal.PlainDate): string {
  const monday = day.date && mondayOf(day.date);
  return (monday !== null && Temporal.PlainDate.compare(monday, today) > 0 ? monday : today).toString();
}

const spoken = ['saysFree', 'saysOpening', 'saysStart', 'saysRange', 'saysCancelled', 'saysMoved', 'cursor'] as const;
const asked = ['moveAsk', 'moveDay', 'moveAll', 'removeAsk', 'removeOne', 'removeDay', 'removeAll'] as const;

/** Sentences with the places of their values open: the script fills them in. */
function scriptWords(language: Language): Record<string, string> {
  const t = weekGridTexts.for(language);
  const names = ['day', 'time', 'opening', 'starts', 'ends', 'from', 'to', 'days'];
  const open = Object.fromEntries(names.map((name) => [name, `{${name}}`]));
  return Object.fromEntries([...spoken, ...asked].map((key) => [key, t(key, open)]));
}
