import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import type { Tx } from '#platform/database.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { answer, passOn, settle } from '../answer-help.ts';
import { answerSchema } from '../help.form.ts';
import { findHelp, type HelpRequest } from '../help.query.ts';
import { countWaitingHelp, inboxParts, listInbox } from '../inbox.query.ts';
import { inboxPath } from '../help.rules.ts';
import { helpFaults } from '../help.text.ts';
import { readPictures } from '../pictures.ts';
import { sendPicture } from '../send-picture.ts';
import { InboxView } from './inbox.view.tsx';
import { inboxTexts } from './inbox.text.ts';
import { type Inbox, openInbox } from './inbox-of.ts';
import { RequestView } from './request.view.tsx';

const aPage = 50;
const news = ['answered', 'changed', 'passed'] as const;

/** The requests written to an office, `/office/:office/help`, and to whoever runs the site, `/network/help`. */
export function addInboxPages(app: FastifyInstance, deps: Deps): void {
  for (const path of [inboxPath(':office'), inboxPath(null)]) addInbox(app, deps, path);
}

function addInbox(app: FastifyInstance, deps: Deps, path: string): void {
  app.get(path, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const officeId = inbox.office?.id ?? null;
    const show = inboxParts.find((part) => part === queryText(request.query, 'show')) ?? 'waiting';
    const number = pageNumber(request.query);
    const filter = { officeId, show, most: aPage + 1, skip: (number - 1) * aPage };
    const [requests, waiting] = await Promise.all([
      listInbox(deps.db, deps.secrets, filter),
      countWaitingHelp(deps.db, officeId),
    ]);
    const context = reply.pageContext();
    const props = { context, inbox, waiting, show, number, requests: requests.slice(0, aPage) };
    return page(reply, <InboxView {...props} more={requests.length > aPage} done={doneAt(request)} />);
  });

  app.get(`${path}/:request`, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const help = await helpAt(request, inbox);
    await note(inbox, help, 'read-help');
    return show(request, reply, { inbox, help, form: freshForm(request.language) });
  });

  app.post(`${path}/:request`, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const help = await helpAt(request, inbox);
    const { language } = request;
    const words = helpFaults.for(language);
    const form = readForm(request, answerSchema, (key) => (helpFaults.has(key) ? words(key) : undefined));
    const again = (status: number, errors: FormState['errors']) =>
      show(request, reply.code(status), { inbox, help, form: { language, values: form.values, errors } });
    if (!form.ok) return again(form.status, form.errors);
    const pictures = readPictures(request.sentFiles);
    if (!pictures.ok) return again(422, [fieldError('pictures', pictures.reason, language, words(pictures.reason))]);
    await write(inbox, help, 'answer-help', (tx) =>
      answer(tx, deps.secrets, {
        requestId: help.id,
        operatorId: inbox.viewer.accountId,
        text: form.value.text,
        close: form.value.close,
        pictures: pictures.pictures,
        now: deps.clock.now(),
      }),
    );
    return goTo(reply, `${inbox.path}/${help.id}?done=answered`);
  });

  app.post(`${path}/:request/settle`, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const help = await helpAt(request, inbox);
    readPost(request);
    const wanted = (request.body as { to?: unknown } | undefined)?.to;
    const to = (['closed', 'waiting', 'taken', 'free'] as const).find((one) => one === wanted);
    if (to === undefined) throw notFound();
    const { accountId } = inbox.viewer;
    await write(inbox, help, `help-${to}`, (tx) =>
      settle(tx, { requestId: help.id, to, operatorId: accountId, now: deps.clock.now() }),
    );
    return goTo(reply, `${inbox.path}/${help.id}?done=changed`);
  });

  app.post(`${path}/:request/pass-on`, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const help = await helpAt(request, inbox);
    readPost(request);
    const values = {
      office: formValue((request.body ?? {}) as Readonly<Record<string, string>>, 'office')
        .trim()
        .toLowerCase(),
    };
    const office = values.office === '' ? null : await officeAt(deps.db, values.office);
    if (office === undefined) {
      const { language } = request;
      const errors = [fieldError('office', 'unknown', language, inboxTexts.for(language)('passUnknown'))];
      return show(request, reply.code(422), { inbox, help, form: { language, values, errors } });
    }
    await write(inbox, help, 'pass-on-help', (tx) =>
      passOn(tx, { requestId: help.id, officeId: office?.id ?? null, now: deps.clock.now() }),
    );
    return goTo(reply, `${inbox.path}?done=passed`);
  });

  app.get(`${path}/:request/pictures/:picture`, async (request, reply) => {
    const inbox = await openInbox(deps, request);
    const { id } = await helpAt(request, inbox);
    return sendPicture(reply, deps, { requestId: id, pictureId: numberInPath(request, 'picture') });
  });

  async function helpAt(request: FastifyRequest, inbox: Inbox): Promise<HelpRequest> {
    const help = await findHelp(deps.db, deps.secrets, numberInPath(request, 'request'));
    // That of another office is as if there were none.
    if (help === undefined || (help.office?.id ?? null) !== (inbox.office?.id ?? null)) throw notFound();
    return help;
  }

  async function write<Answer extends { ok: boolean }>(
    inbox: Inbox,
    help: HelpRequest,
    action: string,
    verb: (tx: Tx) => Promise<Answer>,
  ): Promise<void> {
    await transact(deps.db, async (tx) => {
      const outcome = await verb(tx);
      if (outcome.ok) await writeDown(tx, inbox, help, action);
      return outcome;
    });
  }

  function note(inbox: Inbox, help: HelpRequest, action: string) {
    return transact(deps.db, async (tx) => {
      await writeDown(tx, inbox, help, action);
      return { ok: true };
    });
  }

  function writeDown(tx: Tx, inbox: Inbox, help: HelpRequest, action: string): Promise<void> {
    const { accountId } = inbox.viewer;
    const officeId = inbox.office?.id ?? null;
    return audit(tx, { at: deps.clock.now(), accountId, officeId, action, subject: `help:${help.id}` });
  }
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  props: { inbox: Inbox; help: HelpRequest; form: FormState },
): FastifyReply {
  return page(reply, <RequestView context={reply.pageContext()} {...props} done={doneAt(request)} />);
}

function doneAt(request: FastifyRequest) {
  const done = queryText(request.query, 'done');
  return news.find((one) => one === done);
}
