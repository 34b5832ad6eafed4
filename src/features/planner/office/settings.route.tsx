import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listOfferings } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { findDraft } from '../editing/draft.query.ts';
import { fingerprint } from '../editing/fingerprint.ts';
import type { Planner } from '../planner.query.ts';
import { savePlanner } from '../editing/save-planner.ts';
import { faultWords } from './fault-words.ts';
import { type AtOffice, openOfficeToPlan, openPlanner } from '../at-office.ts';
import { plannerPaths } from './paths.ts';
import { settingsSchema, settingsValues } from './settings.form.ts';
import { settingsTexts } from './settings.text.ts';
import { SettingsView } from './settings.view.tsx';

const ownWords = [
  'unknown-service',
  'horizonDays.out-of-range',
  'noticeHours.out-of-range',
  'noticeHours.number',
] as const;

/** Making a planner, and the rules under which it is booked. */
export function addSettingsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/new', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const values = settingsValues(undefined);
    const services = await listOfferings(deps.db, at.office.id);
    const [only, ...others] = services;
    // With one service there is nothing to choose.
    const offerings = only && others.length === 0 ? [String(only.id)] : [];
    return show(reply, at, undefined, freshForm(request.language, { ...values, offerings }));
  });

  app.post('/office/:office/planners/new', async (request, reply) => {
    return save(request, reply, await openOfficeToPlan(deps, request), undefined);
  });

  app.get('/office/:office/planners/:planner/settings', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    return show(reply, at, planner, freshForm(request.language, settingsValues(planner)));
  });

  app.post('/office/:office/planners/:planner/settings', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    return save(request, reply, at, planner);
  });

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner | undefined,
  ): Promise<FastifyReply> {
    const words = faultWords(settingsTexts, request.language, ownWords);
    const form = readForm(request, settingsSchema, words);
    const { language } = request;
    if (!form.ok)
      return show(reply.code(form.status), at, planner, { language, values: form.values, errors: form.errors });
    const plannerId = planner?.id ?? null;
    const seen = formValue(form.values, 'seen');
    const outcome = await transact(deps.db, (tx) =>
      savePlanner(tx, { ...at.editing, plannerId, settings: form.value, seen: seen === '' ? undefined : seen }),
    );
    if (outcome.ok) {
      const done = planner ? 'settings' : 'created';
      return goTo(reply, `${plannerPaths.planner(at.office.code, outcome.plannerId)}?done=${done}`);
    }
    if (outcome.reason === 'unknown-planner') throw notFound();
    if (outcome.reason === 'changed-meanwhile') {
      const typed = { language, values: form.values, errors: [] };
      return show(reply.code(409), at, await openPlanner(deps, request).then((now) => now.planner), typed, true);
    }
    const errors = [fieldError('offerings', outcome.reason, language, words(outcome.reason))];
    return show(reply.code(422), at, planner, { language, values: form.values, errors });
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner | undefined,
    form: FormState,
    isChangedMeanwhile = false,
  ): Promise<FastifyReply> {
    const offerings = await listOfferings(deps.db, at.office.id);
    const draft = planner && (await findDraft(deps.db, planner.id));
    // After mistakes the form still speaks of what was seen first; after somebody else's change, of what is now.
    const known = formValue(form.values, 'seen');
    const seen = known !== '' && !isChangedMeanwhile ? known : draft ? fingerprint(draft.settings) : '';
    return page(
      reply,
      <SettingsView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        offerings={offerings}
        form={form}
        seen={seen}
        isChangedMeanwhile={isChangedMeanwhile}
      />,
    );
  }
}
