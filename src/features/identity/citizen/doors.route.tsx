import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type Doors, type DoorScheme, doorSchemes } from '../doors/door.ts';
import type { JoinAccounts } from '../doors/enter-by-door.ts';
import { signIntent } from '../doors/intent.ts';
import { joinByPassword } from '../doors/join-by-password.ts';
import { ownDoors } from '../doors/own-doors.query.ts';
import { tellOfDoor } from '../doors/tell-of-door.ts';
import { unlinkDoor } from '../doors/unlink-door.ts';
import { emailField, fieldMessages, passwordField } from '../fields.ts';
import { requireViewer, requireWholeLogin } from '../guards.ts';
import type { Limits } from '../limits.ts';
import { ownPasswordFault } from '../password/own-password.ts';
import { lockedUntilWords } from '../password/own-password.text.ts';
import { hashToken } from '../session/session.ts';
import { knownDevice } from '../session/known-device.ts';
import { sessionToken } from '../session/session-hook.ts';
import { doorsTexts } from './doors.text.ts';
import { DoorsView, doorNotices } from './doors.view.tsx';
import { LeaveView, UnlinkView } from './doors-steps.view.tsx';
import { nextIn, nextOf, withNext } from './next-path.tsx';

const schemeField = z.enum(doorSchemes);
const wayField = z.enum([...doorSchemes, 'local']);
const current = z.string().optional();

interface Ways {
  readonly doors: Doors;
  readonly joinAccounts: JoinAccounts | undefined;
}

/** `/profile/doors`: by which ways an account is entered, and how one is linked, closed, or joined with another account. */
export function addDoorsPage(app: FastifyInstance, deps: Deps, limits: Limits, { doors, joinAccounts }: Ways): void {
  app.get('/profile/doors', (request, reply) => show(request, reply, freshForm(request.language)));

  // The password here is the proof of one side; the provider's answer will be that of the other.
  app.post('/profile/doors/link', { preHandler: limits.login }, async (request, reply) => {
    requireWholeLogin(request);
    const { language } = request;
    const form = readForm(request, z.object({ scheme: schemeField, current }), fieldMessages(language));
    if (!form.ok) return show(request, reply.code(form.status), { language, ...form });
    const fault = await proofFault(request, form.value.current ?? '');
    if (fault) return show(request, reply.code(422), { language, values: form.values, errors: [fault] });
    const { scheme } = form.value;
    const intent = signIntent(deps, request, { next: nextOf(request.query), purpose: 'link' });
    const own = doors().filter((door) => door.scheme === scheme);
    if (own.length === 0) throw notFound();
    return page(reply, <LeaveView context={reply.pageContext()} scheme={scheme} doors={own} intent={intent} />);
  });

  app.get('/profile/doors/unlink', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const way = wayField.safeParse(queryText(request.query, 'way'));
    if (!way.success) throw notFound();
    return showUnlink(reply, way.data, freshForm(request.language), (await ownDoors(deps.db, accountId)).hasPassword);
  });

  app.post('/profile/doors/unlink', { preHandler: limits.login }, async (request, reply) => {
    const { accountId } = requireWholeLogin(request);
    const { language } = request;
    const form = readForm(request, z.object({ way: wayField, current }), fieldMessages(language));
    const { hasPassword } = await ownDoors(deps.db, accountId);
    const asked = wayField.safeParse(formValue(form.values, 'way')).data ?? 'local';
    if (!form.ok) return showUnlink(reply.code(form.status), asked, { language, ...form }, hasPassword);
    const { way } = form.value;
    const again = (error: FieldError) =>
      showUnlink(reply.code(422), way, { language, values: {}, errors: [error] }, hasPassword);
    const fault = await proofFault(request, form.value.current ?? '');
    if (fault) return again(fault);
    const token = sessionToken(request);
    const exceptToken = token === undefined ? undefined : hashToken(deps.secrets, token);
    const now = deps.clock.now();
    const closed = await transact(deps.db, async (tx) => {
      const outcome = await unlinkDoor(tx, { accountId, way, exceptToken, now });
      if (outcome.ok) await tellOfDoor(tx, { accountId, change: 'unlinked', way, now });
      return outcome;
    });
    if (!closed.ok) {
      const words = doorsTexts.for(language)(closed.reason === 'last-way' ? 'onlyWay' : 'not-linked');
      return again(fieldError('', closed.reason, language, words));
    }
    app.sessions.forgetAccount(accountId);
    return goTo(reply, '/profile/doors?notice=unlinked');
  });

  app.post('/profile/doors/join', { preHandler: limits.login }, async (request, reply) => {
    const { accountId } = requireWholeLogin(request);
    const { language } = request;
    const schema = z.object({ email: emailField, password: passwordField, next: z.string().optional() });
    const form = readForm(request, schema, fieldMessages(language));
    if (!form.ok) return show(request, reply.code(form.status), { language, ...form });
    if (joinAccounts === undefined) throw notFound();
    const { email, password } = form.value;
    const asked = { accountId, email, password, device: knownDevice(request, deps) };
    const joined = await joinByPassword(deps, asked, joinAccounts);
    if (!joined.ok) {
      const values = { ...form.values, password: '' };
      return show(request, reply.code(422), { language, values, errors: [joinFault(joined, language)] });
    }
    await transact(deps.db, async (tx) => {
      await tellOfDoor(tx, { accountId, change: 'joined', way: 'local', now: deps.clock.now() });
      return { ok: true };
    });
    app.sessions.forgetAccount(accountId);
    app.sessions.forgetAccount(joined.closedId);
    return goTo(reply, withNext('/profile/doors?notice=joined', nextIn(form.values)));
  });

  for (const action of ['link', 'join'] as const)
    app.get(`/profile/doors/${action}`, (_request, reply) => goTo(reply, '/profile/doors'));

  /** That whoever sits here is the owner: the password, where there is one; else the provider has just said so. */
  async function proofFault(request: FastifyRequest, typed: string): Promise<FieldError | undefined> {
    const { accountId } = requireViewer(request);
    if (!(await ownDoors(deps.db, accountId)).hasPassword) return undefined;
    if (typed === '') return fieldError('current', 'required', request.language);
    return ownPasswordFault(deps, request, { field: 'current', password: typed });
  }

  async function show(request: FastifyRequest, reply: FastifyReply, form: FormState): Promise<FastifyReply> {
    const viewer = requireViewer(request);
    const own = await ownDoors(deps.db, viewer.accountId);
    const notice = doorNotices.find((known) => known === queryText(request.query, 'notice'));
    const view = {
      own,
      doors: doors(),
      form,
      notice,
      next: nextOf(request.query),
      mayJoin: joinAccounts !== undefined,
    };
    return page(reply, <DoorsView context={reply.pageContext()} viewer={viewer} {...view} />);
  }

  function showUnlink(reply: FastifyReply, way: DoorScheme | 'local', form: FormState, asksPassword: boolean) {
    return page(reply, <UnlinkView context={reply.pageContext()} way={way} form={form} asksPassword={asksPassword} />);
  }
}

function joinFault(
  refused: Awaited<ReturnType<typeof joinByPassword>> & { ok: false },
  language: FormState['language'],
): FieldError {
  const t = doorsTexts.for(language);
  switch (refused.reason) {
    case 'wrong-credentials':
      return fieldError('password', refused.reason, language, t('wrong'));
    case 'account-locked':
      return fieldError('password', refused.reason, language, lockedUntilWords(refused.until, language));
    default:
      return fieldError('email', refused.reason, language, t(refused.reason));
  }
}
