import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { openPlanner } from '../../at-office.ts';
import { editRules } from '../../editing/edit-draft.ts';
import { editedRules, findPlanner } from '../../planner.query.ts';
import { presetRules, presets } from '../../editing/presets.rules.ts';
import { typedNumber } from '../form-fields.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { ruleTexts } from './rule.text.ts';
import { showPlanner } from '../show-planner.tsx';
import { mostDesks } from '../../rules.ts';

const schema = z.object({
  presetMinutes: typedNumber(1, 120),
  presetDesks: typedNumber(1, mostDesks),
  preset: z.union(
    [
      z.enum(presets),
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
    ],
    'invalid',
  ),
});

/** A ready-made week, or the hours of another planner of the office, for a planner that has none. */
export function addPresetPages(app: FastifyInstance, deps: Deps): void {
  app.post('/office/:office/planners/:planner/preset', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const words = faultWords(ruleTexts, request.language, ['presetMinutes.out-of-range', 'presetDesks.out-of-range']);
    const form = readForm(request, schema, words);
    if (!form.ok) {
      const presetForm = { language: request.language, values: form.values, errors: form.errors };
      return showPlanner(reply.code(form.status), deps, { at, planner, week: '', presetForm });
    }
    const { preset, presetMinutes: minutes, presetDesks: desks } = form.value;
    const wanted =
      typeof preset === 'number'
        ? await rulesOf(at.office.id, preset)
        : presetRules(preset, { validFrom: at.today.toString(), minutes, desks });
    const outcome = await transact(deps.db, (tx) =>
      // Two people at once: the second finds hours that are there already, and leaves them alone.
      editRules(tx, { ...at.editing, plannerId: planner.id, kind: 'add-preset' }, (rules) => ({
        ok: true,
        rules: rules.length > 0 ? rules : wanted.map((rule) => ({ id: null, rule })),
      })),
    );
    if (!outcome.ok) throw notFound();
    return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=preset`);
  });

  async function rulesOf(officeId: number, plannerId: number) {
    const planner = await findPlanner(deps.db, { officeId, plannerId });
    if (planner === undefined) throw notFound();
    return (await editedRules(deps.db, plannerId)).map(({ rule }) => rule);
  }
}
