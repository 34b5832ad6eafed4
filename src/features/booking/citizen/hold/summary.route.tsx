import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { forgetTypedPerson, requireVerified } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { book } from '../../book.ts';
import { codeError } from '../../one-time-code/code-error.ts';
import { verdictOn } from '../../one-time-code/code-binding.ts';
import { firstDueAt } from '../../examination/pre-check.rules.ts';
import { firstStatus } from '../../confirmation/confirmation.rules.ts';
import { consentOfOffering } from '../../clearance/too-late.ts';
import { confirmationRuleOf } from '../../confirmation/rule-of-offering.ts';
import { attachmentsOfHold } from '../../attachments/attachments.query.ts';
import { codeStep } from './code.route.tsx';
import { filesMayWait } from './files.route.tsx';
import { forgetDraft, type Held, holdPath, type HoldParams, questionsOf, requireHeld } from './held.ts';
import { residenceOf } from './residence-of.ts';
import { completedByLogin } from './before-login.ts';
import { logsInLast } from './login-last.rules.ts';
import { showHoldOver } from './hold-over.route.tsx';
import { type PeopleAnswers, readPeople } from '../../form/people-form.ts';
import { type SummaryProps, SummaryView } from './summary.view.tsx';
import { showTurnedAway, turnedAway } from './turned-away.tsx';
import { cancelledOften } from '../../eligibility/cancelled-often.ts';
import { tooManyBookings } from '../../eligibility/live-limit.ts';
import { papersOf, type Visit } from '../../visit/what-to-bring.ts';
import { nextSteps } from '../own/what-next.ts';

/** /holds/:id/summary and the button that books. */
export function addSummaryPages(app: FastifyInstance, deps: Deps): void {
  app.get<HoldParams>('/holds/:id/summary', async (request, reply) => {
    const held = await completedByLogin(deps, request, await requireHeld(deps, request));
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    if (!held.live) return showHoldOver(deps, reply, held);
    if (request.viewer || !logsInLast(held)) requireVerified(request);
    const answers = answersOf(held, request);
    const away = await turnedAway(deps, { request, reply }, held, answers?.people);
    if (away) return away;
    if (!answers) return goTo(reply, toForm(held));
    const where = await residenceOf(deps, request, held);
    if (!where.ok) return goTo(reply, toForm(held));
    if (await lacksFiles(held)) return goTo(reply, `${holdPath(held.hold, 'files')}?check`);
    return showSummary(request, reply, held, { ...answers, ...where });
  });

  app.get<HoldParams>('/holds/:id/book', async (request, reply) => goTo(reply, holdPath(request.params, 'summary')));

  app.post<HoldParams>('/holds/:id/book', async (request, reply) => {
    const held = await completedByLogin(deps, request, await requireHeld(deps, request));
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    const viewer = requireVerified(request);
    if (!held.live) return showHoldOver(deps, reply, held);
    const answers = answersOf(held, request);
    if (!answers) return goTo(reply, toForm(held));
    const where = await residenceOf(deps, request, held);
    if (!where.ok) return goTo(reply, toForm(held));
    if (await lacksFiles(held)) return goTo(reply, `${holdPath(held.hold, 'files')}?check`);
    const form = readForm(request, z.record(z.string(), z.unknown()));
    if (!form.ok)
      return showSummary(request, reply.code(form.status), held, { ...answers, ...where }, { kind: 'stale' });
    if (held.offering.oneTimeCode) {
      const typed = formValue(form.values, 'otp');
      const verdict = await verdictOn(deps, { request, viewer, hold: held.hold, typed });
      if (!verdict.ok) {
        const errors = [codeError('otp', verdict, request.language)];
        return showSummary(request, reply.code(422), held, { ...answers, ...where }, { kind: 'code', errors });
      }
    }
    const away = await turnedAway(deps, { request, reply }, held, answers.people);
    if (away) return away;
    const { accountId } = viewer;
    const outcome = await transact(deps.db, (tx) =>
      book(tx, deps.secrets, {
        ...answers,
        residence: where.residence,
        holdId: held.hold.id,
        owner: held.owner,
        accountId,
        language: request.language,
        delivery: null,
        channel: 'web',
        createdBy: null,
        now: held.now,
      }),
    );
    if (outcome.ok) {
      forgetDraft(reply);
      forgetTypedPerson(reply);
      return goTo(reply, `/bookings/${outcome.code}`);
    }
    switch (outcome.reason) {
      case 'hold-expired':
        return showHoldOver(deps, reply, held);
      case 'already-booked':
        return showSummary(
          request,
          reply.code(409),
          held,
          { ...answers, ...where },
          {
            kind: 'already-booked',
            position: outcome.position,
          },
        );
      case 'too-many-bookings':
        return showTurnedAway(reply, held, tooManyBookings(held.offering.liveLimit ?? 0));
      case 'cancelled-often':
        return showTurnedAway(
          reply,
          held,
          cancelledOften(outcome.until ?? held.now, {
            zone: held.office.timeZone,
            contacts: `/offices/${held.office.code}`,
          }),
        );
      case 'not-who-waited': {
        const ways = [{ name: 'name-who-waited', href: toForm(held) }] as const;
        return showTurnedAway(reply, held, { name: 'not-who-waited', ways });
      }
      case 'party-mismatch':
      case 'not-the-ticket-holder':
      case 'clearance-too-late':
      case 'not-resident':
        return goTo(reply, toForm(held));
      case 'hold-is-for-move':
        throw new HttpProblem(409, 'hold-is-for-move');
    }
  });

  // A required file that is missing: also where the office asked for it only a moment ago.
  async function lacksFiles(held: Held): Promise<boolean> {
    if (held.files.length === 0) return false;
    return !filesMayWait(held, await attachmentsOfHold(deps.db, deps.secrets, held.hold.id));
  }

  async function showSummary(
    request: FastifyRequest,
    reply: FastifyReply,
    held: Held,
    answers: PeopleAnswers & { residence: string | null },
    problem?: SummaryProps['problem'],
  ): Promise<FastifyReply> {
    const { language } = request;
    const papers = papersOf(visitHeld(held, answers), language);
    const code = await codeStep(deps, request, held);
    const next = nextSteps(asBooked(held, answers.residence), { language, now: held.now, booked: false });
    const view = { context: reply.pageContext(), held, answers, papers, next, problem, code };
    return page(reply, <SummaryView {...view} />);
  }
}

function answersOf(held: Held, request: FastifyRequest): PeopleAnswers | undefined {
  if (!held.draft) return undefined;
  const read = readPeople(held.draft, questionsOf(held, request.language, !request.viewer));
  return read.ok ? read.answers : undefined;
}

/** Back to the people, with what is wrong marked where something was typed. */
function toForm(held: Held): string {
  return `${holdPath(held.hold)}${held.draft ? '?check' : ''}`;
}

/** The visit as it would be, for what to bring. */
function visitHeld({ hold, office, offering, service }: Held, { people, reason }: PeopleAnswers): Visit {
  return { kind: office.kind, service, reason, people, fees: offering.fees, day: hold.day };
}

/** The booking as it would be, for saying what happens next. */
function asBooked({ hold, office, offering, now }: Held, residence: string | null) {
  const { startsAt } = hold;
  const channel = 'web' as const;
  const zone = office.timeZone;
  const consent = consentOfOffering(residence, { office, offering, startsAt, channel, now });
  const dueOn = consent.ok && consent.mode === 'required' ? consent.dueOn : null;
  const rule = confirmationRuleOf(offering);
  const first = firstStatus(rule, { startsAt, zone, channel, now, awaitsClearance: dueOn !== null });
  const due = firstDueAt({ startsAt, zone, now }, offering.preCheckDays);
  return {
    status: first.status,
    confirmBy: first.confirmBy,
    confirmOpensAt: first.window?.opensAt ?? null,
    confirmClosesAt: first.window?.closesAt ?? null,
    cancelClosesAt: startsAt.subtract({ hours: offering.cancelCutoffHours }),
    takenInChargeAt: null,
    preCheck: offering.preCheck ? { dueAt: due } : null,
    clearance: { dueOn, atDeadline: offering.clearanceAtDeadline },
    timeZone: zone,
  };
}
