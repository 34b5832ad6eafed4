import type { FastifyInstance } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingApp } from '#test/booking-journey.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { found, sendPhotoFile } from '#test/photo-journey.ts';
import { portraitJpeg } from '#test/photos.ts';
import { testBrowser } from '#test/slice-app.ts';
import { sourceName } from '../../photo/keep-photo.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

/** A proposal with the press of “use this cut”. */
async function proposed() {
  const booking = await completableBooking(deps.current);
  const browser = await testBrowser(app, deps.current, booking.accountId);
  const path = `/bookings/${booking.code}`;
  await sendPhotoFile(browser, path, await portraitJpeg());
  const id = await found(deps.current.db, booking, { verdict: 'pass', checks: [] });
  const frame = { person: '0', proposal: id, left: '120', top: '90', height: '900' };
  const cut = (more: Record<string, string> = {}) => browser.post(`${path}/photo/crop?person=0`, { ...frame, ...more });
  return { id, cut };
}

const mainOf = ({ body }: { body: string }): HTMLElement => parse(parse(body).querySelector('main')?.innerHTML ?? '');
const field = (page: HTMLElement, name: string) => page.querySelector(`input[name=${name}]`)?.getAttribute('value');

describe('a cut that is not made', () => {
  it('of whoever asks for many at once is asked for again, and not without end', { timeout: 60_000 }, async () => {
    const refused = async (tries: string) => {
      const { cut } = await proposed();
      const all = await Promise.all(Array.from({ length: 5 }, () => cut({ tries })));
      const [first] = all.filter(({ statusCode }) => statusCode === 503);
      expect(first?.headers['retry-after']).toBe('5');
      return mainOf(first ?? { body: '' });
    };
    const page = await refused('0');
    expect(page.querySelector('[data-crop]')?.getAttribute('data-retry')).toBe('5');
    expect([field(page, 'tries'), field(page, 'left')]).toEqual(['1', '120']);
    expect((await refused('12')).querySelector('[data-crop]')?.getAttribute('data-retry')).toBeUndefined();
  });

  it('because it went wrong leaves the frame where it was, with a word', { timeout: 60_000 }, async () => {
    const { id, cut } = await proposed();
    const { db, secrets } = deps.current;
    const source = secrets.seal(Buffer.from('no picture'), sourceName(id));
    await db.updateTable('booking_photo').set({ source }).where('id', '=', id).execute();
    const answer = await cut();
    expect(answer.statusCode).toBe(503);
    const page = mainOf(answer);
    expect(page.structuredText).toContain('Questo taglio non è riuscito');
    expect(page.querySelector('[data-crop]')?.getAttribute('data-retry')).toBeUndefined();
    expect(field(page, 'left')).toBe('120');
  });
});
