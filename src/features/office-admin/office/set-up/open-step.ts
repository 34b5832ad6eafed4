import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { FormValues } from '#platform/http/form.ts';
import { type FieldError, HttpProblem } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeSettings } from '../../at-office.ts';
import { settingsPaths } from '../../paths.ts';
import { findSetUp, mayOpen, nextStep, type SetUp, type SetUpStep, stepDone } from '../../set-up/set-up.ts';
import { faultWords } from '../../words.ts';
import { setUpFaults } from './set-up.text.ts';

export const setUpBase = '/office/:office/set-up';

export interface OpenStep {
  readonly at: AtOffice;
  readonly setUp: SetUp;
  readonly today: Temporal.PlainDate;
}

/** The office, and how far it is; a step whose ground is missing leads back to the one to do. */
export async function openStep(deps: Deps, request: FastifyRequest, step: SetUpStep = 'details'): Promise<OpenStep> {
  const at = await openOfficeSettings(deps, request);
  const { office, now } = at;
  const setUp = await findSetUp(deps.db, office.id);
  if (!mayOpen(step, setUp)) {
    throw new HttpProblem(303, 'step-before', { headers: { location: pathOf(at, nextStep(setUp) ?? 'done') } });
  }
  return { at, setUp, today: dayIn(now, office.timeZone) };
}

/** What a step writes, and that it is done, together or not at all. */
export async function keepStep<Outcome extends { ok: boolean }>(
  deps: Deps,
  at: AtOffice,
  step: SetUpStep,
  work: (tx: Parameters<typeof stepDone>[0]) => Promise<Outcome>,
  more: Pick<Parameters<typeof stepDone>[1], 'hours'> = {},
): Promise<Outcome> {
  return transact(deps.db, async (tx) => {
    const outcome = await work(tx);
    if (outcome.ok) await stepDone(tx, { officeId: at.office.id, step, now: at.now, ...more });
    return outcome;
  });
}

/** What every step's page needs. */
export function frame(reply: FastifyReply, at: AtOffice) {
  return { context: reply.pageContext(), at };
}

export function wordsOf(request: FastifyRequest) {
  return faultWords(setUpFaults, request.language);
}

/** The same form with its mistakes. */
export function again(request: FastifyRequest, form: { values: FormValues; errors: readonly FieldError[] }): FormState {
  return { language: request.language, values: form.values, errors: form.errors };
}

export function pathOf(at: AtOffice, step: SetUpStep | 'done'): string {
  return `${settingsPaths.setUp(at.office.code)}/${step}`;
}
