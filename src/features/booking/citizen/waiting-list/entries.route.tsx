import type { FastifyInstance, FastifyReply } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { entriesOfAccount, entryById } from '../../waiting-list/entry.query.ts';
import { readWaitingLink } from '../../waiting-list/waiting-link.ts';
import { addSeatAnswers } from './answer.route.tsx';
import { addEntryChanges } from './change.route.tsx';
import { EntriesView } from './entries.view.tsx';
import type { EntryDoor } from './entry-door.ts';
import { entryTexts } from './entry.text.ts';
import { entryNews, EntryView } from './entry.view.tsx';
import { addJoinPage } from './join.route.tsx';

/** The citizen's waiting lists: joining, looking, answering and leaving, logged in or by the link of an e-mail. */
export function addWaitingListPages(app: FastifyInstance, deps: Deps): void {
  addJoinPage(app, deps);

  app.get('/waiting-list', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const entries = await entriesOfAccount(deps.db, { accountId, now });
    return page(reply, <EntriesView context={reply.pageContext()} entries={entries} now={now} />);
  });

  addEntryPages(app, deps, {
    pattern: '/waiting-list/:entry',
    async open(request) {
      const { accountId } = requireViewer(request);
      // The pattern has an entry.
      const { entry: entryId } = request.params as { entry: string };
      const entry = await entryById(deps.db, { entryId, now: deps.clock.now() });
      if (entry?.accountId !== accountId) throw notFound();
      return { ok: true, entry, path: `/waiting-list/${entry.id}`, byLink: false };
    },
  });

  addEntryPages(app, deps, {
    pattern: '/l/waiting/:token',
    async open(request, reply) {
      // The address is a key: it must not travel on to other sites, nor stay in caches or search engines.
      void reply.headers({
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'cache-control': 'no-store',
      });
      const { token } = request.params as { token: string };
      const now = deps.clock.now();
      const link = readWaitingLink(deps.secrets, token, now);
      const entry = link.ok ? await entryById(deps.db, { entryId: link.entryId, now }) : undefined;
      if (!link.ok || !entry)
        return { ok: false, answer: badLink(reply, link.ok ? 404 : link.reason === 'expired' ? 410 : 404) };
      return { ok: true, entry, path: `/l/waiting/${encodeURIComponent(token)}`, byLink: true };
    },
  });
}

function addEntryPages(app: FastifyInstance, deps: Deps, door: EntryDoor): void {
  app.get(door.pattern, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    const asked = queryText(request.query, 'joined') === '' ? queryText(request.query, 'news') : 'joined';
    const news = entryNews.find((known) => known === asked);
    const reason = entry.reason === null ? undefined : deps.secrets.decrypt(entry.reason);
    const props = { context: reply.pageContext(), entry, path, news, reason, now: deps.clock.now() };
    return page(reply, <EntryView {...props} />);
  });
  addSeatAnswers(app, deps, door);
  addEntryChanges(app, deps, door);
}

function badLink(reply: FastifyReply, status: 404 | 410): FastifyReply {
  const context = reply.pageContext();
  const t = entryTexts.for(context.language);
  return page(
    reply.code(status),
    <Layout context={context} title={t('badLink')} width="text">
      <PageHeading title={t('badLink')} />
      <EmptyState icon="warning" title={t('badLinkText')}>
        <ButtonLink href={`/login?next=${encodeURIComponent('/waiting-list')}`}>{t('logIn')}</ButtonLink>
      </EmptyState>
    </Layout>,
  );
}
