import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingApp } from '#test/booking-journey.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { decidePhoto } from '../../photo-decision/decide-photo.ts';
import { undoDecision } from '../../photo-decision/undo-decision.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

it('says on the booking and in the list that another photo is asked for, past the office’s hour too, until that is taken back', async () => {
  const { db, secrets, clock } = deps.current;
  const booking = await completableBooking(deps.current, { hours: 720, delivery: 'none' });
  const { id: bookingId, accountId, code } = booking;
  const photoId = await buildPhoto(deps.current, { bookingId });
  const browser = await testBrowser(app, deps.current, accountId);
  const words = async (path: string) => {
    const main = parse((await browser.get(path)).body).querySelector('main');
    return main?.structuredText.replaceAll(/\s+/g, ' ') ?? '';
  };
  expect(await words('/bookings')).not.toContain('La sede chiede un’altra foto');
  const now = clock.now();
  const about = { bookingId, position: 0, photoId, operatorId: accountId, now };
  const why = { reasons: ['light'], words: null } as const;
  const asked = await transact(db, (tx) => decidePhoto(tx, secrets, { ...about, outcome: 'another-asked', why }));
  expect(await words('/bookings')).toContain('La sede chiede un’altra foto.');
  const page = await words(`/bookings/${code}`);
  expect(page).toContain('La sede ne chiede un’altra');
  expect(page).toContain('la puoi mandare fino a lunedì 14 dicembre 2026, ore 10:00');
  const shown = parse((await browser.get(`/bookings/${code}`)).body);
  expect(shown.querySelector(`a[href="/bookings/${code}/photo?person=0"]`)?.text).toContain('Vedi perché e mandala');
  const photoPage = await browser.get(`/bookings/${code}/photo?person=0`);
  expect(photoPage.body).toContain('La luce non va bene');
  expect(parse(photoPage.body).querySelector('input[type=file]')).not.toBeNull();

  const decisionId = asked.ok ? asked.id : '';
  await transact(db, (tx) => undoDecision(tx, { bookingId, decisionId, operatorId: accountId, now }));
  expect(await words('/bookings')).not.toContain('La sede chiede un’altra foto');
  await transact(db, (tx) =>
    decidePhoto(tx, secrets, { ...about, outcome: 'accepted', why: { reasons: [], words: null } }),
  );
  expect(await words(`/bookings/${code}`)).toContain('Guardata dalla sede: va bene');
});
