import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isShed } from '#platform/http/overload/overload.rules.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

/** All that is ever put off besides the reading of people nobody knows. */
const decoration = ['/manual/:file', '/manual/pictures/:file', '/offices/suggestions', '/open-data'];

const deps = useDeps();
const routes: RouteOptions[] = [];
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current, { onRoute: (route) => void routes.push(route) });
  await app.ready();
});
afterAll(() => app.close());

const methodsOf = ({ method }: RouteOptions) => [method].flat();
const named = (load: string) =>
  routes
    .filter((route) => route.config?.load === load && !methodsOf(route).includes('HEAD'))
    .map((route) => `${methodsOf(route).join()} ${route.url}`)
    .sort();

describe('what a route is to somebody', () => {
  it('is known of every route', () => {
    expect(routes.length).toBeGreaterThan(300);
    expect(routes.filter((route) => route.config?.load === undefined).map(({ url }) => url)).toEqual([]);
  });

  it('is decoration for a few only', () => {
    for (const route of named('decoration')) {
      const address = route.replace('GET ', '');
      expect(
        decoration.some((known) => address === known || address.startsWith(`${known}/`)),
        route,
      ).toBe(true);
    }
    expect(named('decoration').length).toBeGreaterThanOrEqual(decoration.length);
  });

  it('is a new join only where somebody asks for a place in a line', () => {
    expect(named('join').length).toBeGreaterThanOrEqual(3);
    for (const route of named('join')) {
      expect(route).toMatch(
        /^POST \/(api\/v1\/(queue$|releases\/:\w+\/entries$)|waiting-room\/:office\/:service$|releases\/:release\/register(\/people)?$)/,
      );
    }
  });

  it('is never put off where something is changed that is not a join', () => {
    const writes = routes.filter((route) => methodsOf(route).some((method) => !['GET', 'HEAD'].includes(method)));
    const shed = writes.filter(isEverShed).map(({ url }) => url);
    expect(shed.filter((url) => !named('join').includes(`POST ${url}`))).toEqual([]);
  });

  it('is never put off on the way from a seat to the appointment, from an e-mail, at a place in line or at work', () => {
    const spared =
      /^\/(office|network|holds|bookings|l|login|verify-email|reset-password|waiting-list|restrictions|clearances)(\/|$)|^\/(healthz|readyz|metrics)$|\/tickets?\/|^\/api\/v1\/(queue\/:|me$|bookings|holds)/;
    const reads = routes.filter(({ url }) => spared.test(url) && !url.endsWith('/entries'));
    expect(reads.length).toBeGreaterThan(150);
    expect(reads.filter(isEverShed).map(({ url }) => url)).toEqual([]);
  });

  it('is work for every call of the API that operators make', () => {
    const calls = routes.filter((route) => (route.schema as { tags?: string[] } | undefined)?.tags?.includes('office'));
    expect(calls.length).toBeGreaterThan(15);
    const others = calls.filter((route) => route.config?.load !== 'desk');
    expect(others.map((route) => `${methodsOf(route).join()} ${route.url}`)).toEqual([]);
  });
});

function isEverShed(route: RouteOptions): boolean {
  return isShed(route.config?.load ?? 'reading', { level: 3, anonymous: true });
}
