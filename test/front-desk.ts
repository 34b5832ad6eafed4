import type { FastifyInstance } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { beforeAll, beforeEach, expect } from 'vitest';
import { createSeatEngine } from '#features/booking/index.ts';
import { addDrawEntry, addFrontDesk } from '#features/front-desk/index.ts';
import { messagesOfBooking } from '#features/notifications/index.ts';
import { buildOffice, type BuiltOffice } from './build-office.ts';
import { buildRole } from './build-role.ts';
import { stillRooms } from './room-tools.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from './slice-app.ts';

/** A new office for each test, with seats on Monday 23 November 2026 from 09:00, and its officer before the screen. */
export interface FrontDesk {
  readonly app: FastifyInstance;
  readonly office: BuiltOffice;
  readonly officerId: number;
  readonly officer: TestBrowser;
  /** `/office/cons-test-1` */
  readonly base: string;
  /** A page that must be there. */
  open(path: string): Promise<HTMLElement>;
}

export function useFrontDesk(deps: { readonly current: TestDeps }): { readonly current: FrontDesk } {
  let app: FastifyInstance;
  let desk: FrontDesk | undefined;
  beforeAll(async () => {
    app = await sliceApp(deps.current, (server, all) => {
      addFrontDesk(server, all, createSeatEngine(deps.current.pool), { messagesOf: messagesOfBooking });
      addDrawEntry(server, all, stillRooms(deps.current));
    });
  });
  beforeEach(async () => {
    deps.current.clock.set('2026-11-22T22:00:00Z');
    const office = await buildOffice(deps.current.db, { from: '2026-11-23T09:00:00Z', slots: 4, capacity: 3 });
    const officerId = await buildRole(deps.current.db, 'officer', office.officeId);
    const officer = await testBrowser(app, deps.current, officerId);
    const base = `/office/${office.officeCode}`;
    desk = {
      app,
      office,
      officerId,
      officer,
      base,
      async open(path) {
        const response = await officer.get(`${base}/${path}`);
        expect(response.statusCode).toBe(200);
        return parse(response.body);
      },
    };
  });
  return {
    get current() {
      if (!desk) throw new Error('the desk is ready only inside tests');
      return desk;
    },
  };
}

/** What a reader sees of a page, or of a part of it. */
export function wordsOf(part: HTMLElement | null): string {
  return (part?.querySelector('main') ?? part)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** The spoken names of buttons. */
export function buttonsIn(part: HTMLElement | null): string[] {
  return part?.querySelectorAll('button').map((button) => button.textContent.trim()) ?? [];
}
