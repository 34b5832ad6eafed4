import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { bookingByCode, readCode } from '#features/booking/index.ts';
import { documentsSeen, emailField, identify, undoIdentification } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import {
  type AtOffice,
  bookingPath,
  deskPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { type AccountAtDesk, accountAtDesk } from './account-at-desk.query.ts';
import { identifyTexts } from './identify.text.ts';
import { IdentifyView } from './identify.view.tsx';

type Request = FastifyRequest<OfficeParams>;

const whom = { email: z.string().default(''), code: z.string().default('') };
const confirmForm = z.object({
  ...whom,
  how: z.enum(documentsSeen, 'required-choice'),
  same: z.literal('yes', 'same-required'),
});

interface Found {
  readonly account: AccountAtDesk;
  /** the booking it was found by */
  readonly code: string | undefined;
}

/** `/office/{office}/identify`: an operator has seen a document, and the account counts as identified from then on. */
export function addIdentifyPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/identify', async (request: Request, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const view = { at, form: freshForm(request.language), notice: noticeOf(request) };
    return page(reply, <IdentifyView context={reply.pageContext()} {...view} account={undefined} code={undefined} />);
  });

  app.get('/office/:office/bookings/:code/identify', async (request: Request, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    if (booking.accountId === null) return goTo(reply, bookingPath(at.office, booking.code));
    const account = await accountAtDesk(deps, { accountId: booking.accountId });
    if (account === undefined) return goTo(reply, bookingPath(at.office, booking.code));
    return show(request, reply, at, { account, code: booking.code }, {}, noticeOf(request));
  });

  // By an address in the body, since no address of a page may hold one.
  app.post('/office/:office/identify', async (request: Request, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const form = readForm(request, z.object({ email: emailField }));
    const { language } = request;
    const found = form.ok ? await accountAtDesk(deps, { email: form.value.email }) : undefined;
    if (found) return show(request, reply, at, { account: found, code: undefined });
    const errors = form.ok ? [fieldError('email', 'unknown', language, words('noAccount', language))] : form.errors;
    const state = { language, values: form.values, errors };
    const status = form.ok ? 422 : form.status;
    const view = { context: reply.pageContext(), at, form: state };
    return page(reply.code(status), <IdentifyView {...view} account={undefined} code={undefined} />);
  });

  app.post('/office/:office/identify/confirm', async (request: Request, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const { language } = request;
    const form = readForm(request, confirmForm, (key) => (key === 'same-required' ? words(key, language) : undefined));
    const found = await findAgain(at, form.values);
    if (!form.ok)
      return show(request, reply.code(form.status), at, found, { values: form.values, errors: form.errors });
    const { accountId } = found.account.person;
    const now = deps.clock.now();
    const done = await transact(deps.db, async (tx) => {
      const operatorId = at.viewer.accountId;
      const outcome = await identify(tx, { accountId, how: form.value.how, operatorId, officeId: at.office.id, now });
      if (outcome.ok) await note(tx, at, 'identify', accountId, { how: form.value.how });
      return outcome;
    });
    if (done.ok) return goTo(reply, afterwards(at, found, 'done'));
    const fresh = await findAgain(at, form.values);
    const errors = [fieldError('', done.reason, language, words(done.reason, language))];
    return show(request, reply.code(409), at, fresh, { values: form.values, errors });
  });

  app.post('/office/:office/identify/undo', async (request: Request, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const { language } = request;
    const form = readForm(request, z.object(whom));
    const found = await findAgain(at, form.values);
    if (!form.ok)
      return show(request, reply.code(form.status), at, found, { values: form.values, errors: form.errors });
    const { accountId } = found.account.person;
    const undone = await transact(deps.db, async (tx) => {
      const undo = { accountId, operatorId: at.viewer.accountId, now: deps.clock.now() };
      const outcome = await undoIdentification(tx, undo);
      if (outcome.ok) await note(tx, at, 'undo-identification', accountId, {});
      return outcome;
    });
    if (undone.ok) return goTo(reply, afterwards(at, found, 'undone'));
    const fresh = await findAgain(at, form.values);
    const errors = [fieldError('', undone.reason, language, words(undone.reason, language))];
    return show(request, reply.code(409), at, fresh, { errors });
  });

  /** The account a form speaks of: that of a booking of this office, or of an address its owner named. */
  async function findAgain(at: AtOffice, values: FormValues): Promise<Found> {
    const typed = formValue(values, 'code');
    if (typed !== '') {
      const booking = await bookingByCode(deps.db, deps.secrets, readCode(typed));
      if (booking?.officeId !== at.office.id || booking.accountId === null) throw notFound('unknown-booking');
      const account = await accountAtDesk(deps, { accountId: booking.accountId });
      if (account) return { account, code: booking.code };
    }
    const email = emailField.safeParse(formValue(values, 'email'));
    const account = email.success ? await accountAtDesk(deps, { email: email.data }) : undefined;
    if (account === undefined) throw notFound('unknown-account');
    return { account, code: undefined };
  }

  async function note(
    tx: Parameters<typeof audit>[0],
    at: AtOffice,
    action: string,
    accountId: number,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const by = { accountId: at.viewer.accountId, officeId: at.office.id, at: deps.clock.now() };
    await audit(tx, { ...by, action, subject: `account:${accountId}`, detail });
  }

  async function show(
    request: Request,
    reply: FastifyReply,
    at: AtOffice,
    { account, code }: Found,
    { values = {}, errors = [] }: { values?: FormValues; errors?: readonly FieldError[] } = {},
    notice?: 'done' | 'undone',
  ): Promise<FastifyReply> {
    const { language } = request;
    await noteReading(deps, at, { action: 'see-account', subject: `account:${account.person.accountId}` });
    const form = { language, values, errors };
    return page(reply, <IdentifyView {...{ context: reply.pageContext(), at, account, code, form, notice }} />);
  }
}

/** With a booking back to its page; otherwise on to the next person, since no address may name this one. */
function afterwards(at: AtOffice, { code }: Found, done: 'done' | 'undone'): string {
  const path = code === undefined ? 'identify' : `bookings/${code}/identify`;
  return `${deskPath(at.office, path)}?done=${done}`;
}

function noticeOf(request: Request): 'done' | 'undone' | undefined {
  const done = queryText(request.query, 'done');
  return done === 'done' || done === 'undone' ? done : undefined;
}

function words(key: Parameters<ReturnType<typeof identifyTexts.for>>[0], language: Language): string {
  return identifyTexts.for(language)(key);
}
