import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { type HTMLElement, parse } from 'node-html-parser';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { Deps } from '#platform/deps.ts';
import { buildAccount, buildOffice, type BuiltOffice } from './build-office.ts';
import { buildPlanner } from './build-planner.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from './slice-app.ts';

/** An opening rule as a form sends it. */
export const goodRule = {
  validFrom: '2026-11-23',
  validTo: '',
  weekdays: ['1', '2'],
  starts: '09:00',
  ends: '12:00',
  minutes: '20',
  desks: '2',
};

/** The settings of a planner as a form sends them, its services apart. */
export const goodSettings = { name: 'Sportello', horizonDays: '30', releaseTime: '07:00', noticeHours: '24' };

/** A new office for each test, without planners, and its planner manager before the screen. */
export interface TestDesk {
  readonly app: FastifyInstance;
  readonly office: BuiltOffice;
  readonly manager: TestBrowser;
  /** `/office/cons-test-1` */
  readonly base: string;
  giveRole(account: number, role: string): Promise<void>;
  readonly managerId: number;
  /** A planner without rules. */
  newPlanner(): Promise<number>;
  /** A page that must be there. */
  open(url: string): Promise<HTMLElement>;
  /** Opens the page of a form, sends it, and answers with where it led or with its mistakes. */
  send(
    url: string,
    fields: Record<string, string | string[]>,
  ): Promise<{ status: number; to: string; errors: string[] }>;
  /** Rows of a planner: `count('slot WHERE open', id)`. */
  count(what: string, plannerId: number): Promise<number>;
}

/** What a reader sees of a page. */
export function words(page: HTMLElement): string {
  return page.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';
}

export function useOfficeDesk(
  deps: { readonly current: TestDeps },
  addRoutes: (app: FastifyInstance, deps: Deps) => void,
): { readonly current: TestDesk } {
  let app: FastifyInstance;
  let managerId: number;
  let desk: TestDesk | undefined;
  beforeAll(async () => {
    app = await sliceApp(deps.current, addRoutes);
    managerId = await buildAccount(deps.current.db, 'manager@prova.example');
  });
  beforeEach(async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { zone: 'Europe/London' });
    await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId}`.execute(db);
    await sql`DELETE FROM planner WHERE id = ${office.plannerId}`.execute(db);
    desk = await sitDown(deps.current, app, office, managerId);
  });
  return {
    get current() {
      if (!desk) throw new Error('the desk is ready only inside tests');
      return desk;
    },
  };
}

async function sitDown(
  deps: TestDeps,
  app: FastifyInstance,
  office: BuiltOffice,
  managerId: number,
): Promise<TestDesk> {
  const { db } = deps;
  async function giveRole(account: number, role: string): Promise<void> {
    await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${account}, ${role}, ${office.officeId})`.execute(
      db,
    );
  }
  await giveRole(managerId, 'planner-manager');
  const manager = await testBrowser(app, deps, managerId);
  async function open(url: string): Promise<HTMLElement> {
    const response = await manager.get(url);
    expect(response.statusCode).toBe(200);
    return parse(response.body);
  }
  return {
    app,
    office,
    manager,
    base: `/office/${office.officeCode}`,
    giveRole,
    managerId,
    newPlanner: () => buildPlanner(db, { officeId: office.officeId, offeringIds: [office.offeringId], rules: [] }),
    open,
    async send(url, fields) {
      await open(url);
      const response = await manager.post(url, fields);
      const errors = parse(response.body)
        .querySelectorAll('[data-error-summary] a')
        .map((link) => `${link.getAttribute('href')} ${link.textContent}`);
      return { status: response.statusCode, to: response.headers.location ?? '', errors };
    },
    async count(what, plannerId) {
      const { rows } = await sql<{
        n: number;
      }>`SELECT count(*)::int AS n FROM ${sql.raw(what)} AND planner_id = ${plannerId}`.execute(db);
      return rows[0]?.n ?? -1;
    },
  };
}
