import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Limits } from '../../limits.ts';
import { removeFactor } from '../../second-factor/change-factors.ts';
import { overviewPath } from './frame.view.tsx';
import { openOwnFactors, type OwnFactors, passwordFaultOf } from './own-factors.ts';
import { RemoveFactorView } from './remove.view.tsx';

const path = `${overviewPath}/remove/:factor`;

/** `/profile/second-factor/remove/…`: the app or a passkey is taken away. */
export function addRemoveFactorPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get(path, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    return show(request, reply, own, freshForm(request.language));
  });

  app.post(path, { preHandler: limits.prove }, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    const { language } = request;
    const form = readForm(request, z.object({ current: z.string().max(1_000).default('') }));
    if (!form.ok) return show(request, reply.code(form.status), own, { language, ...form });
    const fault = await passwordFaultOf(deps, request, own, form.value.current);
    if (fault) return show(request, reply.code(422), own, { language, values: form.values, errors: [fault] });
    const { accountId } = own.viewer;
    const wanted = { accountId, factor: factorOf(request), config: deps.config, now: deps.clock.now() };
    const removed = await transact(deps.db, (tx) => removeFactor(tx, wanted));
    return goTo(reply, `${overviewPath}?done=${removed.ok ? 'doneRemoved' : removed.reason}`);
  });

  function show(request: FastifyRequest, reply: FastifyReply, own: OwnFactors, form: FormState) {
    const { viewer, known, asksPassword } = own;
    const factor = factorOf(request);
    const passkey = known.passkeys.find(({ id }) => id === factor);
    if (factor === 'app' ? known.appAddedAt === null : passkey === undefined)
      return goTo(reply, `${overviewPath}?done=unknown`);
    const props = {
      context: reply.pageContext(),
      form,
      email: viewer.email,
      asksPassword,
      factor: String(factor),
      name: passkey?.name,
      isLast: known.passkeys.length + (known.appAddedAt === null ? 0 : 1) === 1,
    };
    return page(reply, <RemoveFactorView {...props} />);
  }
}

function factorOf(request: FastifyRequest): 'app' | number {
  const named = pathPart(request, 'factor');
  if (named === 'app') return named;
  if (!/^\d{1,9}$/.test(named)) throw notFound();
  return Number(named);
}
