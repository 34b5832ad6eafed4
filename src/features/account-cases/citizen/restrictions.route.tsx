import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findBlock, requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath, pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { ErrorPage } from '#ui/error-page.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { appealBlock, appealPause } from '../appeals/appeal.ts';
import { longestAppeal } from '../appeals/appeal.rules.ts';
import { ownPaths } from '../paths.ts';
import { readRestrictionLink } from '../restriction-link.ts';
import { type BlockCase, blockCases, type PauseCase, pauseCases } from '../restriction.query.ts';
import { writtenText } from '../written-text.ts';
import { restrictionTexts } from './restrictions.text.ts';
import { RestrictionsView } from './restrictions.view.tsx';
import { RestrictionView } from './restriction.view.tsx';

const appealSchema = z.object({ text: writtenText(longestAppeal) });

type About = { kind: 'block'; found: BlockCase } | { kind: 'pause'; found: PauseCase };

/** `/restrictions`: what keeps somebody from new bookings, and their answers; each block also by a signed link. */
export function addRestrictionPages(app: FastifyInstance, deps: Deps): void {
  app.get(ownPaths.restrictions, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const whose = { accountId, now: deps.clock.now() };
    const [blocks, pauses] = await Promise.all([
      blockCases(deps.db, deps.secrets, whose),
      pauseCases(deps.db, deps.secrets, whose),
    ]);
    return page(reply, <RestrictionsView context={reply.pageContext()} blocks={blocks} pauses={pauses} />);
  });

  app.get('/restrictions/blocks/:block', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const found = await ownBlock(accountId, numberInPath(request, 'block'));
    return show(request, reply, { kind: 'block', found }, freshForm(request.language));
  });

  app.post('/restrictions/blocks/:block', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const found = await ownBlock(accountId, numberInPath(request, 'block'));
    return answer(request, reply, { kind: 'block', found }, accountId);
  });

  app.get('/restrictions/pauses/:booking', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const found = await ownPause(accountId, pathPart(request, 'booking'));
    return show(request, reply, { kind: 'pause', found }, freshForm(request.language));
  });

  app.post('/restrictions/pauses/:booking', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const found = await ownPause(accountId, pathPart(request, 'booking'));
    return answer(request, reply, { kind: 'pause', found }, accountId);
  });

  app.get('/restrictions/l/:token', async (request, reply) => {
    const found = await blockOfLink(request);
    if (found === undefined) return badLink(request, reply);
    return show(request, reply, { kind: 'block', found }, freshForm(request.language), { byLink: true });
  });

  app.post('/restrictions/l/:token', async (request, reply) => {
    const found = await blockOfLink(request);
    if (found === undefined) return badLink(request, reply);
    return answer(request, reply, { kind: 'block', found }, found.block.accountId, { byLink: true });
  });

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    accountId: number,
    how: { byLink?: boolean } = {},
  ): Promise<FastifyReply> {
    const { language } = request;
    const t = restrictionTexts.for(language);
    const form = readForm(request, appealSchema, (key) => (key === 'text.required' ? t('required') : undefined));
    if (!form.ok) return show(request, reply.code(form.status), about, { language, ...form }, how);
    const words = { accountId, text: form.value.text, now: deps.clock.now() };
    const sent = await transact(deps.db, async (tx) =>
      about.kind === 'block'
        ? appealBlock(tx, deps.secrets, { ...words, blockId: about.found.block.id })
        : appealPause(tx, deps.secrets, { ...words, bookingId: about.found.bookingId }),
    );
    if (sent.ok) return goTo(reply, `${request.url.split('?')[0] ?? ''}?done=sent`);
    const errors = [fieldError('', sent.reason, language, t(sent.reason))];
    return show(request, reply.code(409), about, { language, values: form.values, errors }, how);
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    form: FormState,
    how: { byLink?: boolean } = {},
  ): FastifyReply {
    // The address is a key: whatever the answer, it does not travel on.
    if (how.byLink) void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
    const sent = queryText(request.query, 'done') === 'sent';
    const now = deps.clock.now();
    const context = reply.pageContext();
    return page(reply, <RestrictionView context={context} about={about} form={form} now={now} sent={sent} {...how} />);
  }

  async function ownBlock(accountId: number, id: number): Promise<BlockCase> {
    const cases = await blockCases(deps.db, deps.secrets, { accountId, now: deps.clock.now() });
    const found = cases.find(({ block }) => block.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  async function ownPause(accountId: number, bookingId: string): Promise<PauseCase> {
    const cases = await pauseCases(deps.db, deps.secrets, { accountId, now: deps.clock.now() });
    const found = cases.find((one) => one.bookingId === bookingId);
    if (found === undefined) throw notFound();
    return found;
  }

  async function blockOfLink(request: FastifyRequest): Promise<BlockCase | undefined> {
    const id = readRestrictionLink(deps.secrets, pathPart(request, 'token'));
    const block = id === undefined ? undefined : await findBlock(deps.db, deps.secrets, id);
    return block && ownBlock(block.accountId, block.id);
  }
}

function badLink(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const t = restrictionTexts.for(request.language);
  const ways = [{ href: sitePaths.login, label: t('logIn') }];
  return page(
    reply.code(404),
    <ErrorPage context={reply.pageContext()} title={t('badLink')} why={t('badLinkWhy')} ways={ways} />,
  );
}
