import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isEverywhere, mayDo, officesServedBy } from '#features/identity/index.ts';
import { findOffice, findOffices, type Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import { copyPlanner } from '../../editing/copy-planner.ts';
import type { Planner } from '../../planner.query.ts';
import { choices } from '../form-fields.ts';
import { plannerPaths } from '../paths.ts';
import { copiesOf } from './copies.query.ts';
import { copyPlannerTexts } from './copy-planner.text.ts';
import { CopyPlannerView } from './copy-planner.view.tsx';

const mostOffices = 200;
const code = /^[a-z0-9-]{1,100}$/;

const schema = z.object({
  name: z.string('required').trim().min(1, 'required').max(80, 'too-long'),
  offices: choices.refine((codes) => codes.length <= mostOffices, 'too-long'),
  codes: z
    .string()
    .max(20_000, 'too-long')
    .default('')
    .transform((typed) => typed.split(/[\s,;]+/).filter((one) => one !== ''))
    .refine((codes) => codes.length <= mostOffices, 'too-long'),
});

/** A whole planner copied into new ones, at this office or at others that the same person plans for. */
export function addCopyPlannerPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/copy', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const name = copyPlannerTexts.for(request.language)('copyOf', { name: planner.name }).slice(0, 80);
    const form = freshForm(request.language, { name, offices: at.office.code });
    const made = listOf(queryText(request.query, 'made')).filter((id) => /^[1-9]\d{0,8}$/.test(id));
    const none = listOf(queryText(request.query, 'none')).filter((one) => code.test(one));
    if (made.length + none.length === 0) return show(reply, at, planner, form);
    const copies = await copiesOf(deps.db, { plannerId: planner.id, copies: made.map(Number) });
    const own = copies.filter(({ officeId }) => mayDo(at.viewer, officeId, 'edit-planner'));
    return show(reply, at, planner, form, { copies: own, none });
  });

  app.post('/office/:office/planners/:planner/copy', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const t = copyPlannerTexts.for(language);
    const form = readForm(request, schema);
    const refuse = (reason: 'unknown' | 'no-services' | 'none', codes = '') => {
      const errors = [fieldError('offices', reason, language, t(`offices.${reason}`, { codes }))];
      return show(reply.code(422), at, planner, { language, values: form.values, errors });
    };
    if (!form.ok) {
      const { values, errors } = form;
      return show(reply.code(form.status), at, planner, { language, values, errors });
    }
    const { name, offices, codes } = form.value;
    const asked = [...new Set([...offices, ...codes].map((one) => one.toLowerCase()))];
    // Whoever plans for one office is not asked which.
    const wanted = asked.length === 0 && !('listed' in form.values) ? [at.office.code] : asked;
    if (wanted.length === 0) return refuse('none');
    const known = await officesNamed(at, wanted);
    const unknown = wanted.filter((one) => !known.some((office) => office.code === one));
    if (unknown.length > 0) return refuse('unknown', unknown.slice(0, 10).join(', '));
    const made: { plannerId: number; office: Office }[] = [];
    const none: string[] = [];
    for (const office of known) {
      const outcome = await transact(deps.db, (tx) =>
        copyPlanner(tx, { ...at.editing, officeId: office.id, plannerId: planner.id, name }),
      );
      if (outcome.ok) made.push({ plannerId: outcome.plannerId, office });
      else none.push(office.code);
    }
    const [first] = made;
    if (first === undefined) return refuse('no-services');
    if (known.length === 1)
      return goTo(reply, `${plannerPaths.planner(first.office.code, first.plannerId)}?done=copied`);
    const done = new URLSearchParams({ made: made.map(({ plannerId }) => plannerId).join(), none: none.join() });
    return goTo(reply, `${plannerPaths.copyPlanner(at.office.code, planner.id)}?${done.toString()}`);
  });

  async function officesNamed(at: AtOffice, codes: readonly string[]): Promise<Office[]> {
    const found = [];
    for (const one of codes) {
      const office = code.test(one) ? await findOffice(deps.db, one) : undefined;
      if (office && mayDo(at.viewer, office.id, 'edit-planner')) found.push(office);
    }
    return found;
  }

  /** This office first, then the others that the viewer plans for by name; a role that holds everywhere names none. */
  async function officesOf(at: AtOffice): Promise<Office[]> {
    const ids = officesServedBy(at.viewer);
    const found = await findOffices(
      deps.db,
      ids.filter((id) => mayDo(at.viewer, id, 'edit-planner')),
    );
    return [at.office, ...found.filter(({ id }) => id !== at.office.id)];
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    form: FormState,
    done?: Parameters<typeof CopyPlannerView>[0]['done'],
  ): Promise<FastifyReply> {
    const offices = await officesOf(at);
    const props = {
      context: reply.pageContext(),
      at,
      planner,
      offices,
      everywhere: isEverywhere(at.viewer),
      form,
      done,
    };
    return page(reply, <CopyPlannerView {...props} />);
  }
}

function listOf(text: string): string[] {
  return text.split(',').filter((one) => one !== '');
}
