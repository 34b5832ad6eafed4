import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import { findDraft } from '../../editing/draft.query.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import { savePlanner } from '../../editing/save-planner.ts';
import { findPlan, type Plan } from '../../plan.query.ts';
import type { Planner } from '../../planner.query.ts';
import { quotaPreview, type QuotaPreview } from '../../quotas/quota-preview.rules.ts';
import type { Quota } from '../../quotas/quota.rules.ts';
import { slotsOf } from '../../rules.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { quotasSchema, quotasValues } from './quotas.form.ts';
import { quotasTexts } from './quotas.text.ts';
import { QuotasView } from './quotas.view.tsx';

interface Shown {
  readonly form: FormState;
  readonly quotas: readonly Quota[] | undefined;
  readonly isShown?: boolean;
  readonly isChangedMeanwhile?: boolean;
}

/** Who gets the seats of a planner, and how long one is kept while somebody books it. */
export function addQuotaPages(app: FastifyInstance, deps: Deps): void {
  const path = '/office/:office/planners/:planner/quotas';

  app.get(path, async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    return show(reply, at, planner, {
      form: freshForm(request.language, quotasValues(planner)),
      quotas: planner.quotas,
    });
  });

  app.post(path, async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const words = faultWords(quotasTexts, language, ['repeated', 'holdMinutes.out-of-range']);
    const form = readForm(request, quotasSchema, words);
    const typed = { language, values: form.values, errors: form.ok ? [] : form.errors };
    if (!form.ok) return show(reply.code(form.status), at, planner, { form: typed, quotas: undefined });
    if (formValue(form.values, 'show') !== '')
      return show(reply, at, planner, { form: typed, quotas: form.value.quotas, isShown: true });
    const draft = await findDraft(deps.db, planner.id);
    if (draft === undefined) throw notFound();
    const seen = formValue(form.values, 'seen') || fingerprint(draft.settings);
    const settings = { ...draft.settings, ...form.value };
    const outcome = await transact(deps.db, (tx) =>
      savePlanner(tx, { ...at.editing, plannerId: planner.id, settings, seen }),
    );
    if (outcome.ok) return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=settings`);
    if (outcome.reason !== 'changed-meanwhile') throw notFound();
    return again(request, reply, { form: typed, quotas: form.value.quotas, isChangedMeanwhile: true });
  });

  async function again(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
    const { at, planner } = await openPlanner(deps, request);
    return show(reply.code(409), at, planner, shown);
  }

  async function show(reply: FastifyReply, at: AtOffice, planner: Planner, shown: Shown): Promise<FastifyReply> {
    const { form, quotas, isShown = false, isChangedMeanwhile = false } = shown;
    const [draft, plan] = await Promise.all([findDraft(deps.db, planner.id), findPlan(deps.db, planner.id)]);
    // After mistakes the form still speaks of what was seen first; after somebody else's change, of what is now.
    const known = formValue(form.values, 'seen');
    const seen = known !== '' && !isChangedMeanwhile ? known : draft ? fingerprint(draft.settings) : '';
    const preview = quotas && plan && previewOf(plan, quotas, at.today);
    return page(
      reply,
      <QuotasView
        context={reply.pageContext()}
        {...{ at, planner, form, seen, preview, isShown, isChangedMeanwhile }}
      />,
    );
  }
}

/**
 * The seats of the coming week by the rules being edited, as if it were a week without closures; of a planner that only
 * opens once in a while, as an open day, those of the week from its first opening on.
 */
function previewOf({ zone, rules, extras }: Plan, quotas: readonly Quota[], today: Temporal.PlainDate): QuotaPreview {
  const [opening] = rules.length === 0 ? extras.toSorted((a, b) => a.firstDay.localeCompare(b.firstDay)) : [];
  const from = opening ? Temporal.PlainDate.from(opening.firstDay) : today;
  const week = { zone, rules, closures: [], from, to: from.add({ days: 6 }) };
  const slots = slotsOf(opening ? { ...week, extras } : week);
  const days = Map.groupBy(slots, ({ day }) => day);
  return quotaPreview(
    quotas,
    [...days.values()].map((ofDay) => ofDay.map(({ capacity }) => capacity)),
  );
}
