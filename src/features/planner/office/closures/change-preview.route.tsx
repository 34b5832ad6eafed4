import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { readPost } from '#platform/http/form.ts';
import { type AtOffice, openOfficeToPlan } from '../../at-office.ts';
import { changeCalendar } from '../../calendar/change-calendar.ts';
import { changeFault } from '../../calendar/change-faults.query.ts';
import { findEntry } from '../../calendar/closure.query.ts';
import { holidaySuggestions } from '../../calendar/holiday-suggestions.query.ts';
import { previewChange } from '../../slots/hours-preview.query.ts';
import { listPlanners } from '../../planner.query.ts';
import { type AskedChange, askedValues, readAskedChange } from './asked-change.ts';
import { ChangePreviewView } from './change-preview.view.tsx';
import { pageNumber } from '#platform/http/page-number.ts';
import { type ForeseeMoves, foreseenSeats } from '../preview/foreseen-seats.ts';
import { moveRuleFields, readMoveRule } from '../preview/move-rule.form.ts';
import { plannerPaths } from '../paths.ts';

/** What a change of the office's calendar would do; nothing is written before it is confirmed here. */
export function addChangePreviewPages(app: FastifyInstance, deps: Deps, foresee: ForeseeMoves | undefined): void {
  app.get('/office/:office/closures/preview', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const values = textValues(request.query);
    const asked = await read(at, values);
    const { change } = asked;
    const [fault, preview, planners] = await Promise.all([
      changeFault(deps.db, { officeId: at.office.id, change }),
      previewChange(deps.db, { officeId: at.office.id, change, now: at.now }),
      listPlanners(deps.db, at.office.id),
    ]);
    const askedRule = readMoveRule(values, request.language);
    const { id: officeId, timeZone: zone } = at.office;
    const { bookings } = preview;
    const wish = { officeId, zone, bookings, change, rule: askedRule.rule, now: at.now };
    const seats = fault ? undefined : await foreseenSeats(foresee, wish);
    return page(
      reply.code(askedRule.errors.length > 0 ? 422 : 200),
      <ChangePreviewView
        context={reply.pageContext()}
        at={at}
        asked={asked}
        fields={askedValues(asked.kind, values)}
        planners={planners}
        fault={fault}
        preview={preview}
        askedRule={askedRule}
        seats={seats}
        changed={queryText(request.query, 'changed') !== ''}
        q={queryText(request.query, 'q').slice(0, 100)}
        page={pageNumber(request.query)}
        month={queryText(request.query, 'month')}
      />,
    );
  });

  app.post('/office/:office/closures/preview', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    readPost(request);
    const values = textValues(request.body);
    const asked = await read(at, values);
    const offer = values['offer'] === 'yes';
    const seen = typeof values['seen'] === 'string' ? values['seen'] : undefined;
    const { code } = at.office;
    const { rule, errors } = readMoveRule(values, request.language);
    const fields = [...askedValues(asked.kind, values), ...moveRuleFields.flatMap((name) => fieldOf(values, name))];
    if (offer && errors.length > 0) return goTo(reply, withQuery(plannerPaths.changePreview(code), fields));
    const outcome = await transact(deps.db, (tx) =>
      changeCalendar(tx, { ...at.editing, change: asked.change, seen, offer, rule }),
    );
    if (!outcome.ok) {
      const again = outcome.reason === 'changed' ? [['changed', 'yes']] : [];
      return goTo(reply, withQuery(plannerPaths.changePreview(code), [...fields, ...again]));
    }
    const done = [
      ['done', doneWord(asked)],
      ...(offer && outcome.bookings.length > 0 ? [['offered', String(outcome.bookings.length)]] : []),
      ...(outcome.round === undefined ? [] : [['round', outcome.round]]),
      ...(outcome.entryIds.length === 1 ? [['entry', String(outcome.entryIds[0])]] : []),
    ];
    return goTo(reply, withQuery(plannerPaths.closures(code), done));
  });

  async function read(at: AtOffice, values: FormValues): Promise<AskedChange> {
    const { today } = at;
    const officeId = at.office.id;
    const asked = await readAskedChange(values, {
      today,
      suggestions: () => holidaySuggestions(deps.db, { officeId, from: today, to: today.add({ years: 2 }) }),
      entry: (entryId) => findEntry(deps.db, { officeId, entryId, today }),
    });
    if (asked === undefined) throw notFound();
    return asked;
  }
}

/** One field of the rule as it was sent. */
function fieldOf(values: FormValues, name: string): [string, string][] {
  const value = formValue(values, name);
  return value === '' ? [] : [[name, value]];
}

function doneWord(asked: AskedChange): string {
  switch (asked.kind) {
    case 'close':
      return 'closed';
    case 'open':
      return 'opened';
    case 'holidays':
      return 'holidays';
    case 'remove':
      return asked.entry.kind === 'closure' ? 'reopened' : 'withdrawn';
  }
}

function withQuery(path: string, fields: readonly (readonly string[])[]): string {
  return `${path}?${new URLSearchParams(fields.map(([name = '', value = '']): [string, string] => [name, value])).toString()}`;
}

/** An address or a form as plain texts, whatever was sent. */
function textValues(from: unknown): FormValues {
  const entries = Object.entries(typeof from === 'object' && from !== null ? from : {}).flatMap(
    ([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value.replaceAll('\0', '')]];
      const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
      return list.length > 0 ? [[name, list]] : [];
    },
  );
  return Object.fromEntries(entries);
}
