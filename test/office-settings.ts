import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, beforeEach } from 'vitest';
import { addOfficeAdmin } from '#features/office-admin/index.ts';
import type { RoleName } from '#features/identity/index.ts';
import { buildOffice, type BuiltOffice } from './build-office.ts';
import { buildRole } from './build-role.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from './slice-app.ts';

/** What a page with a form answered: where it led, or its mistakes as `#field words`. */
interface Sent {
  readonly status: number;
  readonly to: string;
  readonly errors: readonly string[];
  readonly body: string;
}

/** A new office for each test, and its administrator before the screen. */
export interface OfficeSettings {
  readonly app: FastifyInstance;
  readonly office: BuiltOffice;
  readonly adminId: number;
  readonly admin: TestBrowser;
  /** `/office/cons-test-1` */
  readonly base: string;
  as(role: RoleName, officeId?: number | null): Promise<TestBrowser>;
  /** Opens a page, then sends its form. */
  send(url: string, fields: Record<string, string | string[]>, browser?: TestBrowser): Promise<Sent>;
}

export function useOfficeSettings(deps: { readonly current: TestDeps }): { readonly current: OfficeSettings } {
  let app: FastifyInstance;
  let settings: OfficeSettings | undefined;
  beforeAll(async () => {
    app = await sliceApp(deps.current, addOfficeAdmin);
  });
  beforeEach(async () => {
    const office = await buildOffice(deps.current.db);
    const adminId = await buildRole(deps.current.db, 'office-admin', office.officeId);
    const admin = await testBrowser(app, deps.current, adminId);
    settings = {
      app,
      office,
      adminId,
      admin,
      base: `/office/${office.officeCode}`,
      async as(role, officeId = office.officeId) {
        return testBrowser(app, deps.current, await buildRole(deps.current.db, role, officeId));
      },
      async send(url, fields, browser = admin) {
        await browser.get(url);
        const response = await browser.post(url, fields);
        const errors = parse(response.body)
          .querySelectorAll('[data-error-summary] a, [data-error-summary] li:not(:has(a))')
          .map((link) => `${link.getAttribute('href') ?? ''} ${link.textContent.trim()}`.trim());
        return { status: response.statusCode, to: response.headers.location ?? '', errors, body: response.body };
      },
    };
  });
  return {
    get current() {
      if (!settings) throw new Error('the settings are open only inside tests');
      return settings;
    },
  };
}
