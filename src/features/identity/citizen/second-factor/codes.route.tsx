import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Limits } from '../../limits.ts';
import { factorNews } from '../../second-factor/change-factors.ts';
import { isEnrolled } from '../../second-factor/factors.query.ts';
import { hashCodes, newRecoveryCodes, replaceCodes } from '../../second-factor/recovery-codes.ts';
import { CodesView, NewCodesView } from './codes.view.tsx';
import { overviewPath } from './frame.view.tsx';
import { openOwnFactors, type OwnFactors, passwordFaultOf } from './own-factors.ts';

const path = `${overviewPath}/codes`;

/** `/profile/second-factor/codes`: ten new recovery codes. */
export function addCodesPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get(path, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    if (!isEnrolled(own.known)) return goTo(reply, overviewPath);
    return show(reply, own, freshForm(request.language));
  });

  app.post(path, { preHandler: limits.prove }, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    if (!isEnrolled(own.known)) return goTo(reply, overviewPath);
    const { language } = request;
    const form = readForm(request, z.object({ current: z.string().max(1_000).default('') }));
    if (!form.ok) return show(reply.code(form.status), own, { language, ...form });
    const fault = await passwordFaultOf(deps, request, own, form.value.current);
    if (fault) return show(reply.code(422), own, { language, values: form.values, errors: [fault] });
    const { accountId } = own.viewer;
    const now = deps.clock.now();
    const codes = newRecoveryCodes();
    const hashed = await hashCodes(codes);
    await transact(deps.db, async (tx) => {
      await replaceCodes(tx, { accountId, codes: hashed, now });
      await enqueue(tx, { task: 'notify', payload: factorNews(accountId, 'codes-made', now), at: now });
      return { ok: true };
    });
    return page(reply, <CodesView context={reply.pageContext()} codes={codes} next={undefined} done="doneCodes" />);
  });

  function show(reply: FastifyReply, { viewer, asksPassword }: OwnFactors, form: FormState) {
    const props = { context: reply.pageContext(), form, email: viewer.email, asksPassword };
    return page(reply, <NewCodesView {...props} />);
  }
}
