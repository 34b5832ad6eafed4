import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath, pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { reply as replyTo } from '../answer-help.ts';
import { findHelp, type HelpRequest } from '../help.query.ts';
import { listOwnHelp } from '../inbox.query.ts';
import { replySchema } from '../help.form.ts';
import { requestPath } from '../help.rules.ts';
import { helpFaults } from '../help.text.ts';
import { readPictures } from '../pictures.ts';
import { sendPicture } from '../send-picture.ts';
import { readThreadToken, threadPath } from '../thread-link.ts';
import { MineView } from './mine.view.tsx';
import { ThreadView } from './thread.view.tsx';

const path = requestPath(':token');

/** `/help/requests`: one's own, and each by the link of its e-mail, without login. */
export function addThreadPages(app: FastifyInstance, deps: Deps): void {
  app.get('/help/requests', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const requests = (await listOwnHelp(deps.db, deps.secrets, accountId)).map((one) => ({
      ...one,
      path: threadPath(deps.secrets, one.id),
    }));
    return page(reply, <MineView context={reply.pageContext()} requests={requests} />);
  });

  app.get(path, async (request, reply) => {
    const help = await helpAt(request);
    return show(request, reply, help, freshForm(request.language), queryText(request.query, 'sent') === 'yes');
  });

  app.post(path, async (request, reply) => {
    const help = await helpAt(request);
    const { language } = request;
    const words = helpFaults.for(language);
    const form = readForm(request, replySchema, (key) => (helpFaults.has(key) ? words(key) : undefined));
    const again = (status: number, errors: FormState['errors']) =>
      show(request, reply.code(status), help, { language, values: form.values, errors });
    if (!form.ok) return again(form.status, form.errors);
    const pictures = readPictures(request.sentFiles);
    if (!pictures.ok) return again(422, [fieldError('pictures', pictures.reason, language, words(pictures.reason))]);
    await limit(help);
    await transact(deps.db, (tx) =>
      replyTo(tx, deps.secrets, {
        requestId: help.id,
        accountId: request.viewer?.accountId ?? null,
        text: form.value.text,
        pictures: pictures.pictures,
        now: deps.clock.now(),
      }),
    );
    return goTo(reply, `${threadPath(deps.secrets, help.id)}?sent=yes`);
  });

  app.get(`${path}/pictures/:picture`, async (request, reply) => {
    const { id } = await helpAt(request);
    return sendPicture(reply, deps, { requestId: id, pictureId: numberInPath(request, 'picture') });
  });

  /** Each message is an e-mail to the office, and its pictures are kept. */
  async function limit({ id }: HelpRequest): Promise<void> {
    if (!deps.config.limits) return;
    const allowances = [
      { who: `help thread ${id}`, most: 10, seconds: 3600 },
      { who: `help thread ${id}`, most: 30, seconds: 24 * 3600 },
    ];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  }

  async function helpAt(request: FastifyRequest): Promise<HelpRequest> {
    const id = readThreadToken(deps.secrets, pathPart(request, 'token'));
    const help = id === undefined ? undefined : await findHelp(deps.db, deps.secrets, id);
    if (help === undefined) throw notFound();
    return help;
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    help: HelpRequest,
    form: FormState,
    sent = false,
  ): FastifyReply {
    const here = threadPath(deps.secrets, help.id);
    const isOwn = request.viewer !== null && request.viewer.accountId === help.accountId;
    reply.header('referrer-policy', 'no-referrer');
    return page(reply, <ThreadView context={reply.pageContext()} {...{ help, form, sent, here, isOwn }} />);
  }
}
