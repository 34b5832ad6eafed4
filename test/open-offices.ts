import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { type HTMLElement, parse } from 'node-html-parser';
import { afterAll, beforeAll } from 'vitest';
import { addFindOfficePages, addOfficeDetailApi } from '#features/find-office/index.ts';
import { importReferenceData } from '#features/offices/index.ts';
import { buildPlanner, publish, type RuleWish } from './build-planner.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp } from './slice-app.ts';

/** A page as a reader meets it. */
interface Visit {
  readonly status: number;
  readonly html: HTMLElement;
  /** of the main content, its blanks made one */
  readonly text: string;
}

/** All offices of Italy; London and Roma take bookings from Monday 23 November 2026 on, London’s identity cards are sold out. */
export function useOpenOffices(deps: { readonly current: TestDeps }): {
  readonly app: FastifyInstance;
  visit(url: string, language?: string): Promise<Visit>;
} {
  let app: FastifyInstance | undefined;
  beforeAll(async () => {
    const { current } = deps;
    const now = current.clock.now();
    await current.db.transaction().execute((tx) => importReferenceData(tx, { now }));
    await opens('cons-london', 'passport', 3, { desks: 2, breaks: [{ starts: '09:20', ends: '09:40' }] });
    await opens('cons-london', 'cie', 1, { desks: 1 }, 0);
    await opens('comune-h501-anagrafe', 'cie', 1, { weekdays: [2], starts: '14:00', ends: '15:00' });
    await sql`UPDATE office SET address = '1 Example Row', email = 'ask@cons-london.example', website = 'javascript:alert(1)'
              WHERE code = 'cons-london'`.execute(current.db);
    await sql`INSERT INTO closure (office_id, first_day, last_day, reason, created_at)
              SELECT id, '2026-12-25', '2026-12-26', '{"it": "Natale", "en": "Christmas"}', ${now} FROM office
              WHERE code = 'cons-london'`.execute(current.db);
    app = await sliceApp(current, (server, all) => {
      addFindOfficePages(server, all, {
        ownSeat: () => null,
        whoMayBook: async () => ({ news: undefined, refused: false }),
      });
      addOfficeDetailApi(server, all);
    });
  });
  afterAll(() => app?.close());

  /** Opens a service with one planner; without seats when they are all taken. */
  async function opens(code: string, service: string, partyMax: number, rule: RuleWish, seats?: number): Promise<void> {
    const { db, clock } = deps.current;
    const { rows } = await sql<{ id: number; office_id: number }>`
      INSERT INTO offering (office_id, service_code, party_max)
      SELECT id, ${service}, ${partyMax} FROM office WHERE code = ${code} RETURNING id, office_id`.execute(db);
    const [offering] = rows;
    if (!offering) throw new Error(`no office ${code}`);
    const plannerId = await buildPlanner(db, {
      officeId: offering.office_id,
      offeringIds: [offering.id],
      rules: [rule],
      releaseTime: '19:00',
    });
    await publish(db, plannerId, clock.now());
    if (seats === 0) await sql`UPDATE slot SET taken = capacity WHERE planner_id = ${plannerId}`.execute(db);
  }

  function ready(): FastifyInstance {
    if (!app) throw new Error('the offices are open only inside tests');
    return app;
  }

  return {
    get app() {
      return ready();
    },
    async visit(url, language = 'it') {
      const reply = await ready().inject({ url, headers: { 'accept-language': language } });
      const html = parse(reply.body);
      const text = (html.querySelector('#content') ?? html).structuredText.replace(/\s+/g, ' ');
      return { status: reply.statusCode, html, text };
    },
  };
}

/** Where the links of a page’s main content lead. */
export function hrefs(html: HTMLElement): string[] {
  return html.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
}
