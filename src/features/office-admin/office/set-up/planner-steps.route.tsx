import type { FastifyInstance, FastifyReply } from 'fastify';
import { listOfferings } from '#features/offices/index.ts';
import { findPlan, mondayOf, publishPlanner, weekPreview } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { AtOffice } from '../../at-office.ts';
import { usualHours } from '../../set-up/hours.rules.ts';
import { saveFirstPlanner } from '../../set-up/save-planner.ts';
import { horizons, setUpPlannerSchema } from '../../set-up/set-up.form.ts';
import { type SetUp, stepDone } from '../../set-up/set-up.ts';
import { again, frame, openStep, pathOf, setUpBase, wordsOf } from './open-step.ts';
import { PublishStep } from './publish.view.tsx';
import { setUpTexts } from './set-up.text.ts';
import { PlannerStep } from './steps.view.tsx';

/** The last two steps of a set-up: the planner that the answers make, and its first week, published. */
export function addPlannerSteps(app: FastifyInstance, deps: Deps): void {
  app.get(`${setUpBase}/planner`, async (request, reply) => {
    const { at, setUp, today } = await openStep(deps, request, 'planner');
    const from = mondayOf(today.add({ days: 7 })).toString();
    const values = { from, horizonDays: String(horizons[1]), noticeMinutes: '1440' };
    return showPlanner(reply, at, setUp, freshForm(request.language, values));
  });

  app.post(`${setUpBase}/planner`, async (request, reply) => {
    const { at, setUp, today } = await openStep(deps, request, 'planner');
    const words = wordsOf(request);
    const form = readForm(request, setUpPlannerSchema(today), words);
    if (!form.ok) return showPlanner(reply.code(form.status), at, setUp, again(request, form));
    const { office, viewer, now } = at;
    const name = setUpTexts.for('it')('plannerName');
    const saved = await transact(deps.db, async (tx) => {
      const made = await saveFirstPlanner(tx, {
        officeId: office.id,
        accountId: viewer.accountId,
        plannerId: setUp.plannerId,
        name,
        hours: setUp.hours ?? usualHours,
        wish: form.value,
        now,
      });
      if (made.ok) await stepDone(tx, { officeId: office.id, step: 'planner', now, plannerId: made.plannerId });
      return made;
    });
    if (saved.ok) return goTo(reply, pathOf(at, 'publish'));
    const errors = [fieldError('', 'changed', request.language, words('changed'))];
    return showPlanner(reply.code(409), at, setUp, again(request, { values: form.values, errors }));
  });

  app.get(`${setUpBase}/publish`, async (request, reply) => {
    const { at, setUp } = await openStep(deps, request, 'publish');
    return showPublish(reply, at, setUp);
  });

  app.post(`${setUpBase}/publish`, async (request, reply) => {
    const { at, setUp } = await openStep(deps, request, 'publish');
    readPost(request);
    const { office, viewer, now } = at;
    const { plannerId } = setUp;
    if (plannerId === null) return goTo(reply, pathOf(at, 'planner'));
    const published = await transact(deps.db, async (tx) => {
      const about = { officeId: office.id, accountId: viewer.accountId, now };
      const outcome = await publishPlanner(tx, { ...about, plannerId });
      if (outcome.ok) await stepDone(tx, { officeId: office.id, step: 'publish', now });
      return outcome;
    });
    return goTo(reply, pathOf(at, published.ok ? 'done' : 'planner'));
  });

  async function showPlanner(reply: FastifyReply, at: AtOffice, setUp: SetUp, form: FormState): Promise<FastifyReply> {
    return page(reply, <PlannerStep {...frame(reply, at)} form={form} hours={setUp.hours ?? usualHours} />);
  }

  async function showPublish(reply: FastifyReply, at: AtOffice, setUp: SetUp): Promise<FastifyReply> {
    const plan = setUp.plannerId === null ? undefined : await findPlan(deps.db, setUp.plannerId);
    if (plan === undefined) return goTo(reply, pathOf(at, 'planner'));
    const first = Temporal.PlainDate.from(plan.rules[0]?.validFrom ?? dayIn(at.now, at.office.timeZone).toString());
    const week = weekPreview({ ...plan, monday: mondayOf(first) });
    const offerings = (await listOfferings(deps.db, at.office.id)).filter(({ active }) => active);
    const props = { ...frame(reply, at), week, offerings, horizonDays: plan.horizonDays };
    return page(reply, <PublishStep {...props} />);
  }
}
