import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { addCitizenBookingPages, createSeatEngine } from '#features/booking/index.ts';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice, type OfficeWish } from './build-office.ts';
import { type TestDeps, testNow } from './deps.ts';
import { sliceApp, testBrowser, type TestBrowser } from './slice-app.ts';

/** The booking pages, and `/enter/<account>`, which logs a test's browser in without a password. */
export async function bookingApp(deps: TestDeps): Promise<FastifyInstance> {
  return sliceApp(deps, (app) => {
    addCitizenBookingPages(app, deps, createSeatEngine(deps.pool));
    app.get('/form', async (_request, reply) =>
      reply.type('text/html').send(`<input name="_csrf" value="${reply.csrfToken()}">`),
    );
    app.get<{ Params: { account: string } }>('/enter/:account', async (request, reply) => {
      const login = { accountId: Number(request.params.account), now: deps.clock.now(), secrets: deps.secrets };
      const session = await createSession(deps.db, login);
      return reply.setCookie('turno_session', session.token, { path: '/' }).send('in');
    });
  });
}

export function seatOf(office: BuiltOffice, slot = 0, party = 1): Record<string, string> {
  return { office: office.officeCode, service: 'passport', slot: office.slots[slot] ?? '', party: String(party) };
}

/** Presses a free time; answers with the path of the hold. */
export async function takeSeat(browser: TestBrowser, office: BuiltOffice, slot = 0, party = 1): Promise<string> {
  await browser.get('/form');
  const answer = await browser.post('/holds', seatOf(office, slot, party));
  const { location } = answer.headers;
  if (answer.statusCode !== 303 || location === undefined) throw new Error(`no hold: ${answer.statusCode}`);
  return location;
}

export interface Journey {
  readonly browser: TestBrowser;
  /** of the hold */
  readonly path: string;
  readonly office: BuiltOffice;
  readonly account: number;
  readonly email: string;
}

let people = 0;

/** Somebody new, logged in, with a seat held and its form open. */
export async function startForm(
  app: FastifyInstance,
  deps: TestDeps,
  wish: OfficeWish = {},
  party = 1,
): Promise<Journey> {
  deps.clock.set(testNow);
  people += 1;
  const email = `person-${people}@prova.example`;
  const account = await buildAccount(deps.db, email);
  const office = await buildOffice(deps.db, { capacity: 5, slots: 3, ...wish });
  const browser = await testBrowser(app, deps, account);
  const path = await takeSeat(browser, office, 0, party);
  await browser.get(path);
  return { browser, path, office, account, email };
}

/** What somebody types who makes no mistakes: the codice fiscale is that of an invented Ada Prova. */
export const ada = {
  who: 'me',
  'people.0.givenName': 'Ada',
  'people.0.familyName': 'Prova',
  'people.0.birthDate': '05/05/1980',
  'people.0.birthPlace': 'Londra',
  'people.0.codiceFiscale': '',
  email: 'ada@prova.example',
  phone: '',
  notes: '',
  privacy: 'yes',
} as const;

export function bodyOf(answer: LightMyRequestResponse): HTMLElement {
  return parse(answer.body);
}

/** The messages of a page's error summary, by field. */
export function errorsOf(answer: LightMyRequestResponse): Record<string, string> {
  const links = bodyOf(answer).querySelectorAll('[data-error-summary] li');
  return Object.fromEntries(
    links.map((line) => [line.querySelector('a')?.getAttribute('href')?.slice(1) ?? '', line.text.trim()]),
  );
}

/** What a field of the page holds. */
export function shown(answer: LightMyRequestResponse, name: string): string | undefined {
  const body = bodyOf(answer);
  const field = body.querySelector(`input[name="${name}"]`);
  if (field) return field.getAttribute('value');
  const area = body.querySelector(`textarea[name="${name}"]`);
  if (area) return area.text;
  return body.querySelector(`select[name="${name}"] option[selected]`)?.getAttribute('value');
}
