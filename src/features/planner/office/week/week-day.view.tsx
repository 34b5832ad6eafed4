import { Icon } from '#ui/icon.tsx';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import type { GridDay } from '../../editing/week-grid.rules.ts';
import { mondayOf } from '../../slots/week-preview.rules.ts';
import { plannerPaths } from '../paths.ts';
import { weekGridTexts } from './week-grid.text.ts';
import { weekName } from './week-asked.ts';
import { closedPlaces, pausePlaces } from './week-grid-places.ts';
import type { WeekGridProps } from './week-grid-props.ts';
import { WeekOpening } from './week-opening.view.tsx';

/** A day: its seats, the way to add hours, its openings with their pauses, and when it is closed. */
export function WeekDay(props: WeekGridProps & { day: GridDay }) {
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
              <WeekOpening {...props} opening={opening} />
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

/** New hours hold from the day they are drawn on, or from today when that is over. */
function validFrom(day: GridDay, today: Temporal.PlainDate): string {
  const monday = day.date && mondayOf(day.date);
  return (monday !== null && Temporal.PlainDate.compare(monday, today) > 0 ? monday : today).toString();
}
