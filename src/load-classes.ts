import type { RouteOptions } from 'fastify';
import type { LoadClass } from '#platform/http/overload/overload.rules.ts';

/** Addresses of those who work. */
const desks = [
  /^\/(office|network)(\/|$)/,
  /^\/api\/v1\/offices\/:office\/(agenda|bookings|clearances|photos|reports|planners|closures|releases|draws?|rooms?)(\/|$)/,
];

/** Nice to have: everything can be done without. */
const decorations = [/^\/offices\/suggestions$/, /^\/manual\/(pictures\/)?:file$/, /^\/open-data(\/|$)/];

/** A new place in a line; whoever has one keeps it. */
const joins = [
  /^\/api\/v1\/queue$/,
  /^\/api\/v1\/releases\/:\w+\/entries$/,
  /^\/waiting-room\/:office\/:service(\/|$)/,
  /^\/releases\/:release\/register$/,
];

/** Read by people who have begun something, or come from an e-mail without a cookie; and by what looks after the site. */
const begun = [
  /^\/(healthz|readyz|metrics)$/,
  /^\/assets\//,
  /^\/(holds|bookings|l|waiting-list|profile|restrictions|invitations?|clearances|activate|activations?)(\/|$)/,
  /^\/auth\//,
  /^\/(login|register|logout|verify-email|reset-password|forgotten-password|find-booking|auth)(\/|$)/,
  /^\/waiting-room\/tickets(\/|$)/,
  /^\/help\/requests(\/|$)/,
  /^\/api\/v1\/(me|bookings|holds|waiting-list|sessions|accounts)(\/|$)/,
  /^\/api\/v1\/queue\/:/,
  // The sum that a browser does before a hold, while the site is under attack.
  /^\/api\/v1\/proof$/,
];

/** What a route is to somebody, where it does not say it itself (`config.load`). What changes something is vital unless it is a join. */
export function loadClassOf({ method, url }: Pick<RouteOptions, 'method' | 'url'>): LoadClass {
  const matches = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(url));
  const reads = [method].flat().every((one) => one === 'GET' || one === 'HEAD');
  if (matches(desks)) return 'desk';
  if (matches(begun)) return 'vital';
  if (matches(joins)) return reads ? 'reading' : 'join';
  if (!reads) return 'vital';
  return matches(decorations) ? 'decoration' : 'reading';
}
