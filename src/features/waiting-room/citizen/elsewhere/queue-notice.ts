import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import type { QueueNotice } from '#ui/frame/page-context.ts';
import type { Rooms } from '../../turns/rooms.ts';
import { ticketPath } from '../paths.ts';
import { written } from '../written.ts';
import { elsewhereTexts } from './elsewhere.text.ts';

const ticketCookie = 'turno_ticket';
const keptFor = 12 * 3600;

/** So that the other pages of this browser say where it stands; the account knows it anyway. */
export function rememberTicket(deps: Pick<Deps, 'config'>, reply: FastifyReply, ticket: string): void {
  void reply.setCookie(ticketCookie, ticket, { ...siteCookie(deps), maxAge: keptFor });
}

export function forgetTicket(reply: FastifyReply): void {
  void reply.clearCookie(ticketCookie, { path: '/' });
}

/** Where this browser stands in a room, for every page of the citizen's: from memory, and nothing for who has no ticket. */
export function queueNotice(request: FastifyRequest, rooms: Rooms, now: Temporal.Instant): QueueNotice | undefined {
  const ticket = request.cookies[ticketCookie];
  if (ticket === undefined || request.url.startsWith('/waiting-room/')) return undefined;
  const standing = rooms.ofTicket(ticket, now);
  if (standing === undefined || standing.state === 'ended') return undefined;
  const { position, state } = standing;
  const t = elsewhereTexts.for(request.language);
  const isTurn = state === 'admitted';
  const place = position === null ? t('barWaiting') : t('barPlace', { place: written(position, request.language) });
  return {
    href: isTurn ? `${ticketPath(ticket)}/choose` : ticketPath(ticket),
    label: t('barLabel'),
    text: isTurn ? t('barTurn') : place,
    action: isTurn ? t('choose') : t('see'),
  };
}
