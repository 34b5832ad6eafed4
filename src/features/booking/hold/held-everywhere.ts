import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clockTime } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import type { HeldNotice } from '#ui/frame/page-context.ts';
import { heldBarTexts } from './held-bar.text.ts';
import { holdOwner } from './hold-cookie.ts';
import { type HeldNow, heldNow } from './held-now.query.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The seat this browser or account holds while it looks at a page; null on all other requests. */
    heldNow: HeldNow | null;
  }
}

/**
 * Looks up the held seat for every page of the citizen's, so that it is never out of sight. A browser without hold cookie
 * and login costs nothing; the pages of a hold show it themselves.
 */
export function addHeldSeats(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('heldNow', null);
  app.addHook('preHandler', async (request) => {
    if (!showsBar(request) || request.routeOptions.config.anyone === true) return;
    const owner = holdOwner(request);
    if (owner) request.heldNow = (await heldNow(deps.db, deps.secrets, { owner, now: deps.clock.now() })) ?? null;
  });
}

/** What `Layout` shows of it. */
export function heldNotice(request: FastifyRequest, now: Temporal.Instant): HeldNotice | undefined {
  const held = request.heldNow;
  if (held === null) return undefined;
  const { expiresAt: until, timeZone: zone } = held;
  const href = isOnTheWay.test(request.url) ? undefined : `/holds/${held.id}`;
  return { href, until, now, zone, time: timeAtOffice(held, until, request.language) };
}

/** On the office's clock, which is named where it may not be the reader's. */
export function timeAtOffice(
  office: Pick<HeldNow, 'officeKind' | 'officeCity' | 'timeZone'>,
  instant: Temporal.Instant,
  language: Language,
): string {
  const time = clockTime(instant, office.timeZone);
  if (office.officeKind === 'municipal') return time;
  return heldBarTexts.for(language)('timeIn', { time, city: localText(office.officeCity, language) });
}

/** Steps of the booking themselves: a link back would lose what is typed, and only lead here again. */
const isOnTheWay = /^\/(login|register|verify-email)(\/|\?|$)/;

const withoutBar = /^\/(api|assets|office|network|holds|healthz|readyz|metrics)(\/|\?|$)/;

function showsBar(request: FastifyRequest): boolean {
  return !withoutBar.test(request.url);
}
