import type { FastifyRequest } from 'fastify';
import { sessionToken, type Viewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { HeldSeat } from '../hold/hold.query.ts';
import { checkCode, type CodeVerdict } from './check-code.ts';
import { type CodeBinding, sessionKeyOf } from './code.rules.ts';

/** What a code asked for or typed in this request is bound to. */
export function codeBinding(
  secrets: Secrets,
  { request, viewer, hold }: { request: FastifyRequest; viewer: Viewer; hold: Pick<HeldSeat, 'id' | 'serviceCode'> },
): CodeBinding {
  const { accountId } = viewer;
  const sessionKey = sessionKeyOf(secrets, sessionToken(request) ?? '');
  return { holdId: hold.id, accountId, serviceCode: hold.serviceCode, sessionKey };
}

/** Judges what was typed for a hold that the session may see. */
export function verdictOn(
  deps: Deps,
  { typed, ...asked }: { request: FastifyRequest; viewer: Viewer; hold: HeldSeat; typed: string },
): Promise<CodeVerdict> {
  const binding = codeBinding(deps.secrets, asked);
  return checkCode(deps.db, deps.secrets, { ...binding, typed, now: deps.clock.now() });
}
