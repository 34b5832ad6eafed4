import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { excuseNoShow, missedAt, pausesOf } from '#features/booking/index.ts';
import { mergesInto } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { noteReading, openAccounts, requireAccount } from '../at-office.ts';
import { changesOf } from '../changes/change.query.ts';
import { casePaths } from '../paths.ts';
import { blockCases } from '../restriction.query.ts';
import { AccountView } from './account.view.tsx';

const excuseSchema = z.object({ booking: z.string().regex(/^\d{1,18}$/) });

/** `/office/{office}/accounts/{account}`: one account and what was decided about it. */
export function addAccountPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/accounts/:account', async (request, reply) => {
    const at = await openAccounts(deps, request);
    const account = await requireAccount(deps, request, at);
    const { office, now } = at;
    const whose = { accountId: account.id, officeId: office.id, now };
    const [blocks, missed, pauses, changes, merges] = await Promise.all([
      blockCases(deps.db, deps.secrets, whose),
      missedAt(deps.db, whose),
      pausesOf(deps.db, whose),
      changesOf(deps.db, deps.secrets, account.id),
      mergesInto(deps.db, account.id),
    ]);
    await noteReading(deps, at, 'see-account', account.id);
    // What other offices decided is theirs to read; that something holds everywhere is everybody's.
    const ours = blocks.filter(({ block }) => at.network || block.officeId === null || block.officeId === office.id);
    const done = queryText(request.query, 'done');
    const shown = { at, account, blocks: ours, missed, pauses, changes, merges, done };
    return page(reply, <AccountView context={reply.pageContext()} {...shown} />);
  });

  app.post('/office/:office/accounts/:account/excuse', async (request, reply) => {
    const at = await openAccounts(deps, request);
    const account = await requireAccount(deps, request, at);
    const form = readForm(request, excuseSchema);
    if (!form.ok)
      throw new HttpProblem(form.status === 403 ? 403 : 422, form.status === 403 ? 'wrong-csrf' : 'invalid-request');
    const { office, viewer, now } = at;
    const bookingId = form.value.booking;
    const excused = await transact(deps.db, async (tx) => {
      const outcome = await excuseNoShow(tx, { bookingId, officeId: office.id, operatorId: viewer.accountId, now });
      const entry = { action: 'excuse-no-show', subject: `booking:${bookingId}` };
      if (outcome.ok) await audit(tx, { at: now, accountId: viewer.accountId, officeId: office.id, ...entry });
      return outcome;
    });
    if (!excused.ok && excused.reason === 'not-found') throw notFound();
    if (!excused.ok) throw new HttpProblem(403, 'forbidden');
    return goTo(reply, `${casePaths.account(office.code, account.id)}?done=excused`);
  });
}
