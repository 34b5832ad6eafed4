import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { hashToken } from '../session/session.ts';
import { type Idle, noteSeen } from './idle.ts';

/**
 * Whether somebody is there who made this request. Browsers say so of a navigation (Sec-Fetch-User, Fetch Metadata); what
 * a page asks by itself, again and again, keeps nobody logged in.
 */
export function isClick({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined || (mode === 'navigate' && headers['sec-fetch-user'] === '?1');
}

/** Puts the automatic logout off. */
export async function noteClick(deps: Deps, { token, idle }: { token: string; idle: Idle | null }): Promise<void> {
  if (idle === null) return;
  await noteSeen(deps.db, { hash: hashToken(deps.secrets, token), idle, now: deps.clock.now() });
}
