import { Fragment, type ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { kitTexts } from '../kit.text.ts';

interface Hour {
  /** `09:20`, on the office's clock. */
  time: string;
}

/** The day hour by hour, as a list: each hour with what happens in it. The line of now stands before the next hour. */
export function DayList(props: {
  language: Language;
  /** `10:07` when the day shown is today. */
  now?: string | undefined;
  hours: readonly (Hour & { note?: ComponentChildren; children: ComponentChildren })[];
}) {
  const { language, now, hours } = props;
  const next = nextHour(hours, now);
  return (
    <ol class="t-day-list">
      {hours.map((hour, index) => (
        <Fragment key={hour.time}>
          {index === next && now && <NowLine language={language} now={now} />}
          <li class="t-hour">
            <p class="t-hour-time">
              <time>{hour.time}</time>
              {hour.note && <span class="t-hour-note">{hour.note}</span>}
            </p>
            <div class="t-hour-body">{hour.children}</div>
          </li>
        </Fragment>
      ))}
      {next === -1 && now && hours.length > 0 && <NowLine language={language} now={now} />}
    </ol>
  );
}

/** The same day with a column per desk. */
export function DayGrid(props: {
  language: Language;
  caption: string;
  /** Heading of the first column: "Ora". */
  timeLabel: string;
  columns: readonly string[];
  now?: string | undefined;
  rows: readonly (Hour & { cells: readonly ComponentChildren[] })[];
}) {
  const { caption, timeLabel, columns, now, rows } = props;
  const next = nextHour(rows, now);
  return (
    <div class="t-grid-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="t-day-grid">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{timeLabel}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.time} class={index === next ? 't-grid-next' : undefined}>
              <th scope="row">
                <time>{row.time}</time>
              </th>
              {row.cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One appointment in the agenda: who, what, its state, and what can be done at once. */
export function AgendaEntry(props: {
  /** Where a button of the entry leads back to. */
  id?: string | undefined;
  /** Absent for those who see that there is an appointment, but not the booking. */
  href?: string | undefined;
  /** Served or absent: nothing more to do, so it steps back. */
  over?: boolean | undefined;
  title: string;
  status: ComponentChildren;
  about?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <article id={props.id} class={props.over ? 't-entry t-entry-over' : 't-entry'} tabindex={props.id ? -1 : undefined}>
      <div class="t-entry-who">
        {props.href ? <a href={props.href}>{props.title}</a> : <strong>{props.title}</strong>}
        {props.about && <p>{props.about}</p>}
      </div>
      <div class="t-entry-state">{props.status}</div>
      {props.children && <div class="t-entry-actions">{props.children}</div>}
    </article>
  );
}

function NowLine({ language, now }: { language: Language; now: string }) {
  return (
    <li class="t-now" id="now">
      <span>
        {kitTexts.for(language)('now')} <time>{now}</time>
      </span>
    </li>
  );
}

function nextHour(hours: readonly Hour[], now: string | undefined): number {
  return now === undefined ? -1 : hours.findIndex(({ time }) => time > now);
}
