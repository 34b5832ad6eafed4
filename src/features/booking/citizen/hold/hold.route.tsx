import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  accountProfile,
  type AccountProfile,
  rememberTypedPerson,
  requireVerified,
  typedPerson,
  type Viewer,
} from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import { adoptHolds, extendHold, releaseHold, saveDraft } from '../../hold/hold-changes.ts';
import { browserOf } from '../../hold/hold-cookie.ts';
import { sendFirstCode } from './code.route.tsx';
import { type Held, holdPath, type HoldParams, questionsOf, rememberDraft, requireHeld } from './held.ts';
import { residenceOf } from './residence-of.ts';
import { showHoldOver } from './hold-over.route.tsx';
import { LogInFirstView } from './log-in-first.view.tsx';
import { readPeople, whoOf } from '../../form/people-form.ts';
import { beginningOf, completedByLogin } from './before-login.ts';
import { logsInLast } from './login-last.rules.ts';
import { switchFirstPerson, valuesToKeep } from './people-values.ts';
import { beginningOfTicket, withTicketPeople } from './ticket-values.ts';
import { PeopleView } from './people.view.tsx';
import { turnedAway } from './turned-away.tsx';

const anything = z.record(z.string(), z.unknown());
/** Pages of a hold that its bar may lead back to. */
const backs = ['summary', 'files'] as const;

/** /holds/:id: who is coming, while the seat is kept. */
export function addHoldPages(app: FastifyInstance, deps: Deps): void {
  app.get<HoldParams>('/holds/:id', async (request, reply) => {
    const held = await completedByLogin(deps, request, await requireHeld(deps, request));
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    if (!held.live) return showHoldOver(deps, reply, held);
    const viewer = whoFillsIn(request, held);
    if (viewer === 'log-in-first') return page(reply, <LogInFirstView context={reply.pageContext()} held={held} />);
    const away = await turnedAway(deps, { request, reply }, held);
    if (away) return away;
    const profile = viewer && (await profileOf(viewer.accountId));
    const values = held.draft
      ? withTicketPeople(held.draft, held.hold)
      : beginningOfTicket(await beginningOf(deps, request, { held, profile }), held.hold, profile);
    const errors = wantsCheck(request.query) ? await errorsOf(request, held, values) : [];
    return page(
      reply,
      <PeopleView
        context={reply.pageContext()}
        held={held}
        form={{ ...freshForm(request.language, values), errors }}
      />,
    );
  });

  app.post<HoldParams>('/holds/:id', async (request, reply) => {
    const held = await requireHeld(deps, request);
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    const viewer = logsInLast(held) && !request.viewer ? undefined : requireVerified(request);
    const form = readForm(request, anything);
    const values = withTicketPeople(valuesToKeep(form.values, held.draft), held.hold);
    if (request.csrfValid) await keep(reply, held, values);
    if (!held.live) return showHoldOver(deps, reply, { ...held, draft: values });
    if (!form.ok) return showAgain(request, reply, held, form);
    if (viewer) await adopt(held, viewer.accountId);
    const go = formValue(form.values, 'go');
    if (go === 'times') return goTo(reply, timesOf(held));
    if (go === 'me' || go === 'other') {
      const switched = switchFirstPerson(values, go, viewer && (await profileOf(viewer.accountId)));
      await keep(reply, held, switched);
      return goTo(reply, holdPath(held.hold));
    }
    const away = await turnedAway(deps, { request, reply }, held);
    if (away) return away;
    const read = readPeople(values, questionsOf(held, request.language, !viewer));
    const where = await residenceOf(deps, request, { ...held, draft: values });
    if (read.ok && where.ok) {
      if (!viewer) rememberFirst(request, reply, values);
      else await sendFirstCode(deps, request, held);
      return goTo(reply, holdPath(held.hold, held.files.length > 0 ? 'files' : 'summary'));
    }
    const errors = [...(read.ok ? [] : read.errors), ...(where.ok ? [] : where.errors)];
    return showAgain(request, reply, held, { status: 422, values, errors });

    // From here on the hold is the account's, on any of its devices.
    async function adopt({ hold, now }: Held, accountId: number): Promise<void> {
      const browser = browserOf(request);
      if (!hold.anonymous || browser === undefined) return;
      await transact(deps.db, async (tx) => {
        await adoptHolds(tx, deps.secrets, { browser, accountId, now });
        return { ok: true };
      });
    }
  });

  app.post<HoldParams>('/holds/:id/extend', async (request, reply) => {
    const held = await requireHeld(deps, request);
    const form = readForm(request, anything);
    const back = holdPath(held.hold, backs.find((known) => known === formValue(form.values, 'back')) ?? '');
    if (!form.ok) return form.values['who'] === undefined ? goTo(reply, back) : showAgain(request, reply, held, form);
    await keepTyped(reply, held, form.values);
    const { hold, owner, now } = held;
    // Expired or extended before: the page it leads back to says so.
    await transact(deps.db, (tx) => extendHold(tx, deps.secrets, { holdId: hold.id, owner, now }));
    return goTo(reply, back);
  });

  app.post<HoldParams>('/holds/:id/leave', async (request, reply) => {
    const held = await requireHeld(deps, request);
    const form = readForm(request, anything);
    if (!form.ok)
      return form.values['who'] === undefined
        ? goTo(reply, holdPath(held.hold))
        : showAgain(request, reply, held, form);
    await keepTyped(reply, held, form.values);
    const { hold, owner, now } = held;
    await releaseHold(deps.db, deps.secrets, { holdId: hold.id, owner, now });
    return goTo(reply, timesOf(held));
  });

  // The addresses of buttons, opened as pages: reload after an error, or the way back from the login.
  for (const action of ['extend', 'leave'] as const) {
    app.get<HoldParams>(`/holds/:id/${action}`, async (request, reply) => goTo(reply, holdPath(request.params)));
  }

  async function keepTyped(reply: FastifyReply, held: Held, sent: FormValues): Promise<void> {
    if (sent['who'] !== undefined) await keep(reply, held, valuesToKeep(sent, held.draft));
  }

  async function keep(reply: FastifyReply, { hold, owner }: Held, draft: FormValues): Promise<void> {
    if (hold.state === 'booked') return;
    await saveDraft(deps.db, deps.secrets, { holdId: hold.id, owner, draft });
    rememberDraft(deps, reply, hold);
  }

  async function errorsOf(request: FastifyRequest, held: Held, values: FormValues): Promise<FieldError[]> {
    const read = readPeople(values, questionsOf(held, request.language, !request.viewer));
    const where = await residenceOf(deps, request, { ...held, draft: values });
    return [...(read.ok ? [] : read.errors), ...(where.ok ? [] : where.errors)];
  }

  // Their registration begins with what they wrote for themselves.
  function rememberFirst(request: FastifyRequest, reply: FastifyReply, values: FormValues): void {
    if (whoOf(values) !== 'me') return;
    const written = (field: string) => formValue(values, `people.0.${field}`).trim().slice(0, 100);
    const [givenName, familyName, codiceFiscale] = [
      written('givenName'),
      written('familyName'),
      written('codiceFiscale'),
    ];
    const municipality = typedPerson(request, deps)?.municipality ?? '';
    rememberTypedPerson(reply, deps, { givenName, familyName, codiceFiscale, municipality });
  }

  async function profileOf(accountId: number): Promise<AccountProfile> {
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (!profile) throw notFound();
    return profile;
  }
}

/** Who is logged in and may book; nobody, where that may wait until the end. */
function whoFillsIn(request: FastifyRequest, held: Held): Viewer | undefined | 'log-in-first' {
  if (request.viewer) return requireVerified(request);
  return logsInLast(held) ? undefined : 'log-in-first';
}

/** The form as it was sent, with what is wrong. */
function showAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  held: Held,
  sent: { status: number; values: FormValues; errors: readonly FieldError[] },
): FastifyReply {
  const form = { language: request.language, values: sent.values, errors: sent.errors };
  return page(reply.code(sent.status), <PeopleView context={reply.pageContext()} held={held} form={form} />);
}

function timesOf({ hold, office, offering }: Held): string {
  return timesPath({ officeCode: office.code, serviceCode: offering.serviceCode, day: hold.day, party: hold.party });
}

function wantsCheck(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'check' in query;
}
