import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { openOfficeToPlan } from '../../at-office.ts';
import { listEntries } from '../../calendar/closure.query.ts';
import { holidaySuggestions } from '../../calendar/holiday-suggestions.query.ts';
import { officeCalendar } from '../../calendar/office-calendar.query.ts';
import { closuresDone, ClosuresView, type ClosuresViewProps } from './closures.view.tsx';

/** How far ahead the calendar is turned. */
const furthestYears = 10;

/** The office's year: closures, extra openings, holidays to decide, and the way to each day. */
export function addClosurePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/closures', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const { today } = at;
    const officeId = at.office.id;
    const thisMonth = today.toPlainYearMonth();
    const month = monthAsked(queryText(request.query, 'from'), thisMonth);
    const from = month.toPlainDate({ day: 1 });
    const to = from.add({ years: 1 }).subtract({ days: 1 });
    const [days, entries, suggestions] = await Promise.all([
      officeCalendar(deps.db, { officeId, zone: at.office.timeZone, from, to, today }),
      listEntries(deps.db, { officeId, from: today }),
      holidaySuggestions(deps.db, { officeId, from: today, to: today.add({ years: 1 }) }),
    ]);
    const isFirst = month.equals(thisMonth);
    const before = month.subtract({ years: 1 });
    const isLast = Temporal.PlainYearMonth.compare(month, thisMonth.add({ years: furthestYears - 1 })) >= 0;
    return page(
      reply,
      <ClosuresView
        context={reply.pageContext()}
        at={at}
        days={days}
        entries={entries}
        undecided={suggestions.length}
        done={doneOf(request)}
        earlier={isFirst ? undefined : latest(before, thisMonth).toString()}
        later={isLast ? undefined : month.add({ years: 1 }).toString()}
      />,
    );
  });
}

/** The first month asked for, from this one to ten years ahead. */
function monthAsked(text: string, thisMonth: Temporal.PlainYearMonth): Temporal.PlainYearMonth {
  if (!/^2\d{3}-(0[1-9]|1[0-2])$/.test(text)) return thisMonth;
  const asked = latest(Temporal.PlainYearMonth.from(text), thisMonth);
  const last = thisMonth.add({ years: furthestYears - 1 });
  return Temporal.PlainYearMonth.compare(asked, last) > 0 ? last : asked;
}

function latest(one: Temporal.PlainYearMonth, other: Temporal.PlainYearMonth): Temporal.PlainYearMonth {
  return Temporal.PlainYearMonth.compare(one, other) >= 0 ? one : other;
}

function doneOf(request: FastifyRequest): ClosuresViewProps['done'] {
  const word = queryText(request.query, 'done');
  if (!isDone(word)) return undefined;
  const number = (name: string) => {
    const text = queryText(request.query, name);
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
  };
  const round = queryText(request.query, 'round');
  const follow = /^[0-9a-f-]{36}$/.test(round) ? round : undefined;
  return { word, offered: number('offered') ?? 0, entry: number('entry'), round: follow };
}

function isDone(word: string): word is keyof typeof closuresDone {
  return Object.hasOwn(closuresDone, word);
}
