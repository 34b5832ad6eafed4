import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { noteFactorAdded } from '../../second-factor/change-factors.ts';
import { isEnrolled } from '../../second-factor/factors.query.ts';
import { hashCodes, newRecoveryCodes, replaceCodes } from '../../second-factor/recovery-codes.ts';
import { hashToken } from '../../session/session.ts';
import { sessionToken } from '../../session/session-hook.ts';
import { CodesView } from './codes.view.tsx';
import { overviewPath } from './frame.view.tsx';
import type { OwnFactors } from './own-factors.ts';
import type { FactorNotice } from './overview.view.tsx';

/**
 * A factor was added: this login has proved it, others end. With the first one come recovery codes, shown in the answer
 * itself: they are nowhere else, so there is no page to go on to that could show them.
 */
export async function afterAdding(
  deps: Deps,
  added: {
    request: FastifyRequest;
    reply: FastifyReply;
    own: OwnFactors;
    next: string | undefined;
    done: FactorNotice;
  },
): Promise<FastifyReply> {
  const { request, reply, own, next, done } = added;
  const { accountId } = own.viewer;
  const now = deps.clock.now();
  const isFirst = !isEnrolled(own.known);
  const codes = isFirst ? newRecoveryCodes() : [];
  const hashed = await hashCodes(codes);
  const sessionHash = hashToken(deps.secrets, sessionToken(request) ?? '');
  await transact(deps.db, async (tx) => {
    if (isFirst) await replaceCodes(tx, { accountId, codes: hashed, now });
    await noteFactorAdded(tx, { accountId, sessionHash, now });
    return { ok: true };
  });
  request.server.sessions.forgetAccount(accountId);
  if (!isFirst) return goTo(reply, `${overviewPath}?done=${done}`);
  return page(reply, <CodesView context={reply.pageContext()} codes={codes} next={next} done={done} />);
}
