import type { FastifyInstance, FastifyReply } from 'fastify';
import { listOfferings } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeToPlan } from '../../at-office.ts';
import { makeOpenDay, type OpenDayRefusal } from '../../open-days/make-open-day.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { openDaySchema } from './open-day.form.ts';
import { openDayTexts } from './open-day.text.ts';
import { OpenDayView } from './open-day.view.tsx';

const ownWords = ['in-the-past', 'after-the-day', 'past', 'before-start', 'no-slot'] as const;
const fieldOf: Record<OpenDayRefusal, string> = {
  'unknown-service': 'offerings',
  'too-far': 'day',
  'in-the-past': 'opensDay',
  'no-seats': 'day',
};

/** An extra opening that is announced by name. */
export function addOpenDayPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/open-day', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const values = { starts: '09:00', ends: '13:00', minutes: '20', desks: '1' };
    return show(reply, at, freshForm(request.language, values));
  });

  app.post('/office/:office/planners/open-day', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const { language } = request;
    const schema = openDaySchema({ zone: at.office.timeZone, now: at.now });
    const form = readForm(request, schema, faultWords(openDayTexts, language, ownWords));
    const { values } = form;
    if (!form.ok) return show(reply.code(form.status), at, { language, values, errors: form.errors });
    const outcome = await transact(deps.db, (tx) => makeOpenDay(tx, { ...at.editing, wish: form.value }));
    if (outcome.ok) return goTo(reply, `${plannerPaths.planner(at.office.code, outcome.plannerId)}?done=open-day`);
    const { reason } = outcome;
    const errors = [fieldError(fieldOf[reason], reason, language, openDayTexts.for(language)(reason))];
    return show(reply.code(422), at, { language, values, errors });
  });

  async function show(reply: FastifyReply, at: AtOffice, form: FormState): Promise<FastifyReply> {
    const offerings = await listOfferings(deps.db, at.office.id);
    return page(reply, <OpenDayView {...{ context: reply.pageContext(), at, offerings, form }} />);
  }
}
