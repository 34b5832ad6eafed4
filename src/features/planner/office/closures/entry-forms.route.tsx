import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeToPlan } from '../../at-office.ts';
import type { CalendarChange } from '../../calendar/calendar-change.rules.ts';
import { changeFault, type ChangeRefusal } from '../../calendar/change-faults.query.ts';
import { listPlanners } from '../../planner.query.ts';
import { askedFields, askedValues } from './asked-change.ts';
import { closureSchema } from './closure.form.ts';
import { ClosureView } from './closure.view.tsx';
import { closuresTexts } from './closures.text.ts';
import { extraOpeningSchema } from './extra-opening.form.ts';
import { extraOpeningTexts } from './extra-opening.text.ts';
import { ExtraOpeningView } from './extra-opening.view.tsx';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';

const closureWords = [
  'lastDay.before-start',
  'lastDay.too-far',
  'ends.before-start',
  'firstDay.past',
  'already-closed',
  'unknown-planner',
] as const;

const openingWords = [
  'lastDay.before-start',
  'lastDay.too-far',
  'ends.before-start',
  'firstDay.past',
  'no-slot',
  'unknown-planner',
  'other-minutes',
  'other-starts',
] as const;

/** The forms of a closure and of an extra opening. They write nothing: they lead on to the preview. */
export function addEntryForms(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/closures/new', async (request, reply) => {
    return showClosure(reply, await openOfficeToPlan(deps, request), prefilled(request, 'close'));
  });

  app.post('/office/:office/closures/new', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const words = faultWords(closuresTexts, request.language, closureWords);
    const form = readForm(request, closureSchema(at.today), words);
    const { language } = request;
    const { values } = form;
    if (!form.ok) return showClosure(reply.code(form.status), at, { language, values, errors: form.errors });
    const fault = await faultOf(at, { kind: 'close', closures: [form.value] });
    if (!fault) return goTo(reply, previewOf(at, 'close', values));
    const field = fault === 'unknown-planner' ? 'planner' : 'firstDay';
    return showClosure(reply.code(422), at, {
      language,
      values,
      errors: [fieldError(field, fault, language, words(fault))],
    });
  });

  app.get('/office/:office/closures/extra', async (request, reply) => {
    return showOpening(reply, await openOfficeToPlan(deps, request), prefilled(request, 'open'));
  });

  app.post('/office/:office/closures/extra', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const words = faultWords(extraOpeningTexts, request.language, openingWords);
    const form = readForm(request, extraOpeningSchema(at.today), words);
    const { language } = request;
    const { values } = form;
    if (!form.ok) return showOpening(reply.code(form.status), at, { language, values, errors: form.errors });
    const fault = await faultOf(at, { kind: 'open', opening: form.value });
    if (!fault) return goTo(reply, previewOf(at, 'open', values));
    const errors = [fieldError(openingField(fault), fault, language, words(fault))];
    return showOpening(reply.code(422), at, { language, values, errors });
  });

  function faultOf(at: AtOffice, change: CalendarChange): Promise<ChangeRefusal | undefined> {
    return changeFault(deps.db, { officeId: at.office.id, change });
  }

  async function showClosure(reply: FastifyReply, at: AtOffice, form: FormState): Promise<FastifyReply> {
    const planners = await listPlanners(deps.db, at.office.id);
    return page(reply, <ClosureView context={reply.pageContext()} at={at} planners={planners} form={form} />);
  }

  async function showOpening(reply: FastifyReply, at: AtOffice, form: FormState): Promise<FastifyReply> {
    const planners = await listPlanners(deps.db, at.office.id);
    return page(reply, <ExtraOpeningView context={reply.pageContext()} at={at} planners={planners} form={form} />);
  }
}

/** What the address says already: the day that was clicked, or everything after "change" in the preview. */
function prefilled(request: FastifyRequest, kind: 'close' | 'open'): FormState {
  const values = askedFields[kind].map((name) => [name, queryText(request.query, name)]);
  return freshForm(request.language, Object.fromEntries(values) as FormValues);
}

function previewOf(at: AtOffice, kind: 'close' | 'open', values: FormValues): string {
  return `${plannerPaths.changePreview(at.office.code)}?${new URLSearchParams(askedValues(kind, values)).toString()}`;
}

function openingField(fault: ChangeRefusal): string {
  if (fault === 'other-minutes') return 'minutes';
  return fault === 'other-starts' ? 'starts' : 'planner';
}
