import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireVerified } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { askCode, nextAllowed } from '../../one-time-code/ask-code.ts';
import { codeBinding } from '../../one-time-code/code-binding.ts';
import { sentCode } from '../../one-time-code/code.query.ts';
import type { CodeStep } from './code.view.tsx';
import { type Held, holdPath, type HoldParams, requireHeld } from './held.ts';

/** The button that sends a new code. Pressed too soon, expired or booked: the page it leads back to says so. */
export function addCodeStep(app: FastifyInstance, deps: Deps): void {
  app.post<HoldParams>('/holds/:id/code', async (request, reply) => {
    readPost(request);
    const held = await requireHeld(deps, request);
    requireVerified(request);
    if (held.live && held.offering.oneTimeCode) await ask(deps, request, held);
    return goTo(reply, `${holdPath(held.hold, 'summary')}#code`);
  });

  app.get<HoldParams>('/holds/:id/code', async (request, reply) => goTo(reply, holdPath(request.params, 'summary')));
}

/** On the way to the summary the first code is sent without being asked for; one that is still good stays so. */
export async function sendFirstCode(deps: Deps, request: FastifyRequest, held: Held): Promise<void> {
  if (!held.offering.oneTimeCode) return;
  const step = await codeStep(deps, request, held);
  if (!step?.sent?.good) await ask(deps, request, held);
}

/** What the summary says of the code; undefined where the office asks for none. */
export async function codeStep(deps: Deps, request: FastifyRequest, held: Held): Promise<CodeStep | undefined> {
  if (!held.offering.oneTimeCode) return undefined;
  const viewer = requireVerified(request);
  const binding = codeBinding(deps.secrets, { request, viewer, hold: held.hold });
  const asked = { ...binding, now: held.now };
  const [sent, againAt] = await Promise.all([sentCode(deps.db, asked), nextAllowed(deps.db, asked)]);
  return { email: viewer.email, sent, againAt };
}

async function ask(deps: Deps, request: FastifyRequest, { hold, owner, now }: Held): Promise<void> {
  const binding = codeBinding(deps.secrets, { request, viewer: requireVerified(request), hold });
  await transact(deps.db, (tx) => askCode(tx, deps.secrets, { ...binding, owner, now }));
}
