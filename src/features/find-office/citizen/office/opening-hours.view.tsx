import { withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { capital, dayOfMonth, weekdays } from '#ui/calendar/weekdays.ts';
import type { AnnouncedClosure, PublicPlanner } from '#features/planner/index.ts';
import {
  type DaysWithHours,
  type LimitedHours,
  limitedHours,
  nextWeekFrom,
  openingWeek,
  plannersOfServices,
  runsOf,
} from './opening-week.ts';

export const hoursTexts = defineTexts('find-office/opening-hours', {
  it: {
    and: ' e ',
    run: '{first}–{last}',
    two: '{first} e {last}',
    closed: 'In questo periodo non riceve.',
    changes: 'Gli orari cambiano {day}.',
    begins: 'Questi orari valgono {day}.',
    onlyOn: 'Solo {day}',
    period: '{days}, {from} {to}',
    oneDay: '{day}',
    days: 'Da {first} a {last}',
    hours: 'dalle {starts} alle {ends}',
  },
  en: {
    and: ' and ',
    run: '{first}–{last}',
    two: '{first} and {last}',
    closed: 'It receives nobody in this period.',
    changes: 'The hours change on {day}.',
    begins: 'These hours hold from {day}.',
    onlyOn: 'Only on {day}',
    period: '{days}, from {from} to {to}',
    oneDay: '{day}',
    days: 'From {first} to {last}',
    hours: 'from {starts} to {ends}',
  },
});

/** The hours of each planner in words, under the services it serves when the office has more than one. */
export function OpeningHours(props: {
  language: Language;
  planners: readonly PublicPlanner[];
  serviceNames: ReadonlyMap<string, string>;
  today: Temporal.PlainDate;
}) {
  const { language, planners, serviceNames, today } = props;
  const t = hoursTexts.for(language);
  const weeks = plannersOfServices(planners);
  return (
    <>
      {weeks.map(({ plannerId, services, rules }) => {
        const standing = rules.filter((rule) => rule.validTo === null);
        // An office that has not begun yet tells of the week it begins with.
        const change = nextWeekFrom(rules, today.toString());
        const inForce = openingWeek(standing, today.toString());
        const week = inForce.length === 0 && change ? openingWeek(standing, change) : inForce;
        const limited = limitedHours(rules, today.toString());
        const rows = [
          ...week.map((days) => ({ key: daysWords(days, language), value: days.hours.join(t('and')) })),
          ...limited.map((days) => ({ key: periodWords(days, language), value: days.hours.join(t('and')) })),
        ];
        const changes = inForce.length === 0 ? 'begins' : 'changes';
        return (
          <div key={plannerId}>
            {weeks.length > 1 && (
              <h3>{[...serviceNames].flatMap(([code, name]) => (services.includes(code) ? [name] : [])).join(', ')}</h3>
            )}
            {rows.length === 0 ? <p>{t('closed')}</p> : <SummaryList language={language} rows={rows} />}
            {change && <p>{t(changes, { day: withArticle('dal', Temporal.PlainDate.from(change), language) })}</p>}
          </div>
        );
      })}
    </>
  );
}

function periodWords(days: LimitedHours, language: Language): string {
  const t = hoursTexts.for(language);
  const [first, last] = [Temporal.PlainDate.from(days.from), Temporal.PlainDate.from(days.to)];
  if (first.equals(last)) return t('onlyOn', { day: withArticle('il', first, language) });
  const [from, to] = [withArticle('dal', first, language), withArticle('al', last, language)];
  return t('period', { days: daysWords(days, language), from, to });
}

function daysWords({ weekdays: days }: DaysWithHours, language: Language): string {
  const t = hoursTexts.for(language);
  const names = weekdays(language).map(({ long }) => long);
  const name = (weekday: number) => names[weekday - 1] ?? '';
  const parts = runsOf(days).map(([first, last]) => {
    if (first === last) return name(first);
    return t(last === first + 1 ? 'two' : 'run', { first: name(first), last: name(last) });
  });
  return capital(parts.join(', '));
}

/** Closures as a list: the day or days, the hours when it is not the whole day, and why. */
export function Closures({ language, closures }: { language: Language; closures: readonly AnnouncedClosure[] }) {
  const t = hoursTexts.for(language);
  return (
    <ul>
      {closures.map((closure) => (
        <li key={`${closure.firstDay.toString()} ${closure.starts ?? ''} ${closure.plannerName ?? ''}`}>
          <strong>{capital(daysOf(closure))}</strong>
          {closure.starts && closure.ends && `, ${t('hours', { starts: closure.starts, ends: closure.ends })}`}
          {`: ${localText(closure.reason, language)}`}
          {closure.plannerName && ` (${closure.plannerName})`}
        </li>
      ))}
    </ul>
  );

  function daysOf({ firstDay, lastDay }: AnnouncedClosure): string {
    const first = dayOfMonth(firstDay, language);
    if (firstDay.equals(lastDay)) return t('oneDay', { day: first });
    return t('days', { first, last: dayOfMonth(lastDay, language) });
  }
}
