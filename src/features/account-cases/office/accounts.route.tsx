import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { searchAccounts } from '../account.query.ts';
import { waitingAppeals } from '../appeals/appeal.query.ts';
import { type AtOffice, openAccounts } from '../at-office.ts';
import { waitingChanges } from '../changes/change.query.ts';
import { hints, likelyPairs } from '../hints.query.ts';
import { type AccountsProps, AccountsView } from './accounts.view.tsx';

const searchSchema = z.object({ q: z.string().max(200).default('') });

/** `/office/{office}/accounts`: what waits for a decision about accounts, and the search. */
export function addAccountsPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/accounts', async (request, reply) => {
    const at = await openAccounts(deps, request);
    return show(request, reply, at, undefined);
  });

  // Sent, so that no address holds a name.
  app.post('/office/:office/accounts', async (request, reply) => {
    const at = await openAccounts(deps, request);
    const form = readForm(request, searchSchema);
    if (!form.ok) return show(request, reply.code(form.status), at, undefined);
    const words = formValue(form.values, 'q');
    const { office, network, viewer, now } = at;
    const found = await searchAccounts(deps.db, deps.secrets, { words, officeId: office.id, network });
    await transact(deps.db, async (tx) => {
      const entry = { action: 'search-accounts', subject: null, detail: { accounts: found.map(({ id }) => id) } };
      await audit(tx, { at: now, accountId: viewer.accountId, officeId: office.id, ...entry });
      return { ok: true };
    });
    return show(request, reply, at, { words, found });
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    search: AccountsProps['search'],
  ): Promise<FastifyReply> {
    const { office, network, now } = at;
    const place = { officeId: office.id, network, now };
    const [appeals, changes, pairs, found] = await Promise.all([
      waitingAppeals(deps.db, place),
      waitingChanges(deps.db, place),
      at.may('merge-accounts') ? likelyPairs(deps.db, place) : [],
      hints(deps.db, place),
    ]);
    return page(
      reply,
      <AccountsView
        context={reply.pageContext()}
        at={at}
        appeals={appeals}
        changes={changes}
        pairs={pairs}
        hints={found}
        search={search}
        merged={queryText(request.query, 'done') === 'merged'}
      />,
    );
  }
}
