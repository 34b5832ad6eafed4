import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { answerHandOver, findHandOver, requireSureLogin, requireViewer } from '#features/identity/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { AnswerHandOverView } from './hand-over.view.tsx';

const url = '/profile/hand-overs/:handOver';

/** `/profile/hand-overs/…`: whoever is asked to take an office over answers. */
export function addAnswerHandOver(app: FastifyInstance, deps: Deps): void {
  app.get(url, async (request, reply) => {
    const viewer = requireViewer(request);
    requireSureLogin(request, viewer);
    const asked = await findHandOver(deps.db, { id: numberInPath(request, 'handOver') });
    // Of other people's requests nobody learns that there is one.
    if (asked?.toAccount !== viewer.accountId) throw notFound();
    const office = await findOfficeById(deps.db, asked.officeId);
    if (office === undefined) throw notFound();
    const isLate = Temporal.Instant.compare(asked.expiresAt, deps.clock.now()) <= 0;
    const context = reply.pageContext();
    return page(reply, <AnswerHandOverView context={context} asked={asked} office={office} isLate={isLate} />);
  });

  app.post(url, async (request, reply) => {
    const viewer = requireViewer(request);
    requireSureLogin(request, viewer);
    readPost(request);
    const id = numberInPath(request, 'handOver');
    const typed = z.object({ answer: z.enum(['accepted', 'declined']) }).safeParse(request.body);
    if (!typed.success) throw new HttpProblem(422, 'invalid-request');
    const { answer } = typed.data;
    const { accountId } = viewer;
    const now = deps.clock.now();
    await transact(deps.db, async (tx) => {
      const outcome = await answerHandOver(tx, { id, accountId, answer, now });
      if (!outcome.ok) return outcome;
      const { officeId, fromAccount } = outcome;
      const action = answer === 'accepted' ? 'accept-hand-over' : 'decline-hand-over';
      await audit(tx, { at: now, accountId, officeId, action, subject: `account:${fromAccount}` });
      return outcome;
    });
    // Whatever came of it, the page says how things stand now.
    return goTo(reply, `/profile/hand-overs/${id}`);
  });
}
