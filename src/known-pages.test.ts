import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { knownAddresses, routeOf } from '#test/known-page-routes.ts';
import { createApp } from './app.ts';

/** Addresses that nobody looks at in a browser. */
const noPages = {
  'served to programs': [
    '/healthz',
    '/readyz',
    '/metrics',
    '/assets/*',
    '/robots.txt',
    '/.well-known/security.txt',
    '/offices/suggestions',
    '/auth/spid/metadata',
  ],
  'files and pictures': [
    '/manual/:file',
    '/manual/pictures/:file',
    '/profile/data',
    '/releases/:release/register/:number/receipt.json',
    '/network/contacts.csv',
    '/feeds/:office/:file',
    '/network/contacts-template.csv',
    '/office/:office/agenda.pdf',
    '/office/:office/reports/month.pdf',
    '/office/:office/reports/:report/file',
    '/office/:office/releases/:release/fairness.csv',
    '/fairness/:release/figures.csv',
    '/network/reports/:report/file',
    '/open-data/appointments.json',
    '/open-data/:file',
    ...['/bookings/:code', '/l/:token'].flatMap((booking) =>
      ['receipt.pdf', 'event.ics', 'qr.svg'].map((file) => `${booking}/${file}`),
    ),
    '/office/:office/bookings/:code/receipt.pdf',
    ...['request.pdf', 'receipts/:receipt', 'answers/:answer/:position'].map(
      (file) => `/office/:office/bookings/:code/clearance/${file}`,
    ),
    '/bookings/:code/attachments/:id',
    '/bookings/:code/photo/picture',
    '/bookings/:code/photo/source',
    '/office/:office/bookings/:code/photo/picture',
    '/office/:office/bookings/:code/attachments/:id',
    '/help/requests/:token/pictures/:picture',
    '/office/:office/help/:request/pictures/:picture',
    '/network/help/:request/pictures/:picture',
  ],
  'lead back to the page of a button, or on to another page': [
    '/.well-known/change-password',
    '/auth/spid/login',
    '/auth/spid/logout',
    ...['login', 'logout', 'metadata'].map((address) => `/auth/cie/${address}`),
    '/office/agenda',
    '/profile/email/code',
    '/profile/email/try/code',
    '/profile/doors/link',
    '/profile/doors/join',
    '/bookings/find',
    '/bookings/:code/photo/accept',
    '/bookings/:code/photo/covering',
    '/bookings/:code/photo/remove',
    '/first-date/forget',
    '/waiting-room/tickets/:ticket/choose',
    '/holds',
    ...['extend', 'leave', 'book', 'code'].map((button) => `/holds/:id/${button}`),
    ...['/bookings/:code', '/l/:token'].flatMap((booking) =>
      ['accept-move', 'decline-move', 'documents-sent', 'confirm', 'move/:hold/leave'].map(
        (button) => `${booking}/${button}`,
      ),
    ),
    ...['/waiting-list/:entry', '/l/waiting/:token'].flatMap((entry) =>
      ['decline', 'needed'].map((button) => `${entry}/${button}`),
    ),
    ...['queue/next', 'queue/take', 'bookings/:code/photo/decide', 'bookings/:code/photo/undo'].map(
      (button) => `/office/:office/${button}`,
    ),
    ...['bookings/:code/examine/take', 'bookings/:code/examine/take-over'].map((button) => `/office/:office/${button}`),
  ],
};

/** Pages that the walk cannot reach, each with who looks at it instead. */
const walkedElsewhere: Readonly<Record<string, string>> = {
  '/bookings/:code/photo/crop': 'a photo that waits for a yes: citizen/completion/photo-pages.test.ts',
  '/bookings/:code/photo/keep': 'a photo that waits for a yes: citizen/completion/photo-pages.test.ts',
  '/bookings/:code/move/:hold': 'holds a second seat: e2e/move-a-booking.e2e.ts',
  '/l/:token/move': 'the view of /bookings/:code/move',
  '/l/:token/move/times': 'the view of /bookings/:code/move/times',
  '/l/:token/move/:hold': 'the view of /bookings/:code/move/:hold',
  '/l/:token/requests': 'the view of /bookings/:code/requests',
  '/l/:token/cancel': 'from an e-mail: e2e/confirm-from-the-e-mail.e2e.ts and citizen/link.test.ts',
  '/l/waiting/:token': 'the view of /waiting-list/:entry',
  '/l/waiting/:token/accept': 'the view of /waiting-list/:entry/accept',
  '/l/waiting/:token/wishes': 'the view of /waiting-list/:entry/wishes',
  '/l/waiting/:token/leave': 'the view of /waiting-list/:entry/leave',
  '/waiting-list/:entry/accept': 'only while an offer is open: citizen/waiting-list/waiting-list.test.ts',
  '/clearances/l/:token': 'from a certified e-mail: front-desk/office/clearance-inbox/inbox.test.ts',
  '/office/:office/releases/:release/draw': 'waiting-room/draw/draw-pages.test.ts',
  '/office/:office/releases/:release/draw/enter': 'waiting-room/draw/draw-pages.test.ts',
  '/office/:office/releases/:release/draw/tickets/:number': 'waiting-room/draw/draw-pages.test.ts',
  '/waiting-room/tickets/:ticket/leave': 'a place in a queue: waiting-room/citizen/pages.test.ts',
  '/restrictions/l/:token': 'the view of /restrictions, from an e-mail',
  '/restrictions/pauses/:booking': 'three appointments missed: account-cases',
  '/network/imports/:run': 'an import for real: moving-in/people.test.ts',
  '/office/:office/accounts/pauses/:appeal': 'three appointments missed: account-cases',
  '/bookings/:code/people/:position/remove': 'an appointment of several people: citizen/own/remove.test.ts',
  '/l/:token/people/:position/remove': 'the view of /bookings/:code/people/:position/remove',
  '/office/:office/bookings/:code/people/:position/remove':
    'an appointment of several people: front-desk/office/booking/remove.test.ts',
  ...Object.fromEntries(
    ['', '/hours', '/services', '/planner', '/publish', '/done'].map((step) => [
      `/office/:office/set-up${step}`,
      'a step of an office that is set up: office-admin/office/set-up',
    ]),
  ),
  '/holds/:id/files': 'a seat where files are asked for: attachments.test.ts',
  '/bookings/:code/attachments': 'an appointment where files are asked for: attachments.test.ts',
  '/office/:office/mass/:id': 'changes many appointments: front-desk/office/mass',
  '/login/second-factor': 'the password was right: e2e/second-factor.e2e.ts',
  '/profile/second-factor/codes': 'of who has a second factor: e2e/second-factor.e2e.ts',
  '/profile/second-factor/remove/:factor': 'of who has a second factor: e2e/second-factor.e2e.ts',
  '/profile/hand-overs/:handOver': 'of who is asked to take an office over: office-admin/hand-over.test.ts',
  '/office/:office/people/:account/second-factor': 'of who has a second factor: office-admin/reset-factor.test.ts',
  '/network/people/:account/second-factor': 'the view of /office/:office/people/:account/second-factor',
  '/profile/email/try': 'an address that takes no letters: identity',
  '/profile/closed': 'after an account is closed: close-account.test.ts',
  '/help/requests/:token': 'from an e-mail: help',
  '/office/:office/signals/:signal': 'after something unusual: src/signals-and-answers.test.ts',
  '/network/signals/:signal': 'the view of /office/:office/signals/:signal',
  '/office/:office/signals/answers/:notice': 'after somebody answered: src/signals-and-answers.test.ts',
  '/network/signals/answers/:notice': 'the view of /office/:office/signals/answers/:notice',
  '/notices/:notice': 'after a decision: src/signals-and-answers.test.ts',
  '/network/help/:request': 'the view of /office/:office/help/:request',
  '/network/accessibility/:report': 'after somebody reported: site',
  '/network/contacts/:import': 'after a file was sent: office-admin/network',
};

const deps = useDeps();
const routes = new Set<string>();
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current, {
    onRoute({ method, url }) {
      if ([method].flat().includes('GET') && !url.startsWith('/api/')) routes.add(url);
    },
  });
  await app.ready();
});
afterAll(() => app.close());

describe('every page of the site', () => {
  const outside = [...Object.values(noPages).flat(), ...Object.keys(walkedElsewhere)];

  it('is among those looked at in a browser, or it is said why not', () => {
    const walked = new Set(knownAddresses().map((address) => routeOf(address, [...routes])));
    const forgotten = [...routes].filter((route) => !walked.has(route) && !outside.includes(route));
    expect(forgotten).toEqual([]);
  });

  it('that is left out does exist', () => {
    expect(outside.filter((route) => !routes.has(route))).toEqual([]);
  });

  it('that is looked at does exist, except in the demo and to see what is not there', () => {
    const lost = knownAddresses().filter((address) => routeOf(address, [...routes]) === undefined);
    expect(lost.filter((address) => !/^\/(demo\/|nothing-here$)/.test(address))).toEqual([]);
  });
});
