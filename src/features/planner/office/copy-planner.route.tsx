import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { mayDo } from '#features/identity/index.ts';
import { findOffices, type Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../at-office.ts';
import { copyPlanner } from '../editing/copy-planner.ts';
import type { Planner } from '../planner.query.ts';
import { copyPlannerTexts } from './copy-planner.text.ts';
import { CopyPlannerView } from './copy-planner.view.tsx';
import { plannerPaths } from './paths.ts';

const schema = z.object({
  name: z.string('required').trim().min(1, 'required').max(80, 'too-long'),
  office: z.string().max(100).optional(),
});

/** A whole planner copied into a new one, at this office or at another that the same person plans for. */
export function addCopyPlannerPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/copy', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const name = copyPlannerTexts.for(request.language)('copyOf', { name: planner.name }).slice(0, 80);
    return show(reply, at, planner, freshForm(request.language, { name, office: at.office.code }));
  });

  app.post('/office/:office/planners/:planner/copy', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const form = readForm(request, schema);
    if (!form.ok) {
      const { values, errors } = form;
      return show(reply.code(form.status), at, planner, { language, values, errors });
    }
    const { name, office: code = at.office.code } = form.value;
    const office = (await offices(at)).find((one) => one.code === code);
    const refuse = (reason: 'unknown' | 'no-services') => {
      const errors = [fieldError('office', reason, language, copyPlannerTexts.for(language)(`office.${reason}`))];
      return show(reply.code(422), at, planner, { language, values: form.values, errors });
    };
    if (office === undefined) return refuse('unknown');
    const outcome = await transact(deps.db, (tx) =>
      copyPlanner(tx, { ...at.editing, officeId: office.id, plannerId: planner.id, name }),
    );
    if (outcome.ok) return goTo(reply, `${plannerPaths.planner(office.code, outcome.plannerId)}?done=copied`);
    if (outcome.reason === 'unknown-planner') throw notFound();
    return refuse(outcome.reason);
  });

  /** This office first, then the others that the viewer plans for by name; a role that holds everywhere names none. */
  async function offices(at: AtOffice): Promise<Office[]> {
    const ids = new Set(at.viewer.roles.flatMap(({ officeId }) => (officeId === null ? [] : [officeId])));
    const found = await findOffices(
      deps.db,
      [...ids].filter((id) => mayDo(at.viewer, id, 'edit-planner')),
    );
    return [at.office, ...found.filter(({ id }) => id !== at.office.id)];
  }

  async function show(reply: FastifyReply, at: AtOffice, planner: Planner, form: FormState): Promise<FastifyReply> {
    const choices = await offices(at);
    return page(
      reply,
      <CopyPlannerView context={reply.pageContext()} at={at} planner={planner} offices={choices} form={form} />,
    );
  }
}
