import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findOfficeById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { localText } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { subscribe } from '../monthly/subscribe.ts';
import { readUnsubscribeLink } from '../monthly/unsubscribe-link.ts';
import { UnsubscribeView } from './unsubscribe.view.tsx';

/** `/l/reports/:token`: from the e-mail, one click and no login. */
export function addUnsubscribePage(app: FastifyInstance, deps: Deps): void {
  app.get('/l/reports/:token', async (request, reply) => {
    const read = await whose(request);
    const state = read === undefined ? 'bad' : 'asks';
    const props = { context: reply.pageContext(), office: read?.office ?? '', state } as const;
    return page(read === undefined ? reply.code(410) : reply, <UnsubscribeView {...props} />);
  });

  app.post('/l/reports/:token', async (request, reply) => {
    readPost(request);
    const read = await whose(request);
    if (read !== undefined) {
      const { officeId, accountId } = read;
      const now = deps.clock.now();
      // Who no longer works there gets it no more anyway.
      await transact(deps.db, (tx) => subscribe(tx, { officeId, accountId, subscribed: false, by: accountId, now }));
    }
    const state = read === undefined ? 'bad' : 'done';
    const props = { context: reply.pageContext(), office: read?.office ?? '', state } as const;
    return page(read === undefined ? reply.code(410) : reply, <UnsubscribeView {...props} />);
  });

  async function whose(request: FastifyRequest) {
    const link = readUnsubscribeLink(deps.secrets, pathPart(request, 'token'), deps.clock.now());
    const office = link && (await findOfficeById(deps.db, link.officeId));
    return link && office && { ...link, office: localText(office.name, request.language) };
  }
}
