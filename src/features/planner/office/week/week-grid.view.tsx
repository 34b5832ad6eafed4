import { weekGridTexts } from './week-grid.text.ts';
import type { WeekGridProps } from './week-grid-props.ts';
import { WeekTools } from './week-tools.view.tsx';
import { WeekDay } from './week-day.view.tsx';
import { scriptWords } from './week-script-words.ts';

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
            <WeekDay key={day.weekday} {...props} day={day} />
          ))}
        </ol>
      </div>
      <p class="t-week-hint t-muted">{t('hint')}</p>
      <p class="visually-hidden" aria-live="polite" data-week-says></p>
    </section>
  );
}
