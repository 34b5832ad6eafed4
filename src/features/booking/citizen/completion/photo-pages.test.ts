import type { FastifyInstance } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingApp, errorsOf } from '#test/booking-journey.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { found, sendPhotoFile } from '#test/photo-journey.ts';
import { portraitJpeg } from '#test/photos.ts';
import { photoDetailsOf } from '../../photo/photo-details.query.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

const check = (id: string, verdict: string) => ({ id, verdict, score: 0, finding: 'whole', measured: {} });

/** Somebody whose drawn portrait waits for a yes, with what the checks are taken to have found. */
async function proposed(verdict: string, checks: readonly object[], fields: Record<string, string> = {}) {
  const booking = await completableBooking(deps.current);
  const { browser, path } = await withBrowser(booking);
  const sent = await sendPhotoFile(browser, path, await portraitJpeg(), fields);
  expect(sent.headers.location).toBe(`${path}/photo?person=0#proposal`);
  const id = await found(deps.current.db, booking, { verdict, checks });
  const details = async () => (await photoDetailsOf(deps.current.db, deps.current.secrets, booking.id))[0];
  return {
    booking,
    browser,
    path,
    id,
    details,
    main: async (page = '/photo') => mainOf(await browser.get(path + page)),
  };
}

async function withBrowser(booking: { code: string; accountId: number }) {
  const { testBrowser } = await import('#test/slice-app.ts');
  return { browser: await testBrowser(app, deps.current, booking.accountId), path: `/bookings/${booking.code}` };
}

const mainOf = ({ body }: { body: string }): HTMLElement => parse(parse(body).querySelector('main')?.innerHTML ?? '');
const words = (part: HTMLElement | null): string => part?.structuredText.replaceAll(/\s+/g, ' ') ?? '';

describe('a photo that the checks find wrong', () => {
  it('says first what is wrong, and is kept with a reason by whoever cannot do better', {
    timeout: 60_000,
  }, async () => {
    const { browser, path, id, main, details } = await proposed('fail', [check('eyes-open', 'fail')]);
    const page = await main();
    expect(words(page.querySelector('#verdict'))).toContain('C’è una cosa da sistemare');
    expect(page.querySelector('#use')).toBeNull();
    const refused = await browser.post(`${path}/photo/accept`, { person: '0', proposal: id });
    expect(refused.headers.location).toBe(`${path}/photo/keep?person=0`);
    expect(words(await main('/photo/keep?person=0'))).toContain('L’appuntamento resta valido.');
    const keep = { person: '0', proposal: id, declared: ['untouched'] };
    const silent = await browser.post(`${path}/photo/keep`, keep);
    expect([silent.statusCode, Object.keys(errorsOf(silent))]).toEqual([422, ['reason']]);
    expect(mainOf(silent).querySelector('input[value=untouched]')?.getAttribute('checked')).toBeDefined();
    const vague = await browser.post(`${path}/photo/keep`, { ...keep, reason: 'other' });
    expect([vague.statusCode, Object.keys(errorsOf(vague))]).toEqual([422, ['words']]);
    const kept = await browser.post(`${path}/photo/keep`, { ...keep, reason: 'health', words: 'Una palpebra bassa' });
    expect(kept.headers.location).toBe(`${path}#complete`);
    const reason = { kind: 'health', words: 'Una palpebra bassa' };
    expect(await details()).toMatchObject({
      state: 'accepted',
      source: null,
      said: { declared: ['untouched'], reason },
    });
    expect(words(await main())).toContain('L’hai tenuta perché: Per salute non posso fare diversamente.');
  });

  it('is no fault of a head covered for religion or health', { timeout: 60_000 }, async () => {
    const { browser, path, id, main, details } = await proposed('fail', [check('head-covering', 'fail')]);
    const button = (await main()).querySelector('form[action$="/photo/covering"] button');
    expect(words(button)).toBe('Sì, per religione o salute');
    await browser.post(`${path}/photo/covering`, { person: '0', proposal: id, headCovered: 'yes' });
    const page = await main();
    expect(page.querySelector('#use')).not.toBeNull();
    expect(words(page.querySelector('.t-photo-checks'))).toContain('lo guarda una persona dell’ufficio');
    // No ears are asked about under a covering.
    expect(page.querySelectorAll('input[name=declared]').map((box) => box.getAttribute('value'))).toEqual([
      'recent',
      'untouched',
    ]);
    const yes = { person: '0', proposal: id, declared: ['recent', 'untouched'] };
    expect((await browser.post(`${path}/photo/accept`, yes)).headers.location).toBe(`${path}#complete`);
    expect((await details())?.said).toMatchObject({ headCovered: true });
  });
});

describe('a photo that the checks find right', () => {
  it('counts once its person has declared what they do not see', { timeout: 60_000 }, async () => {
    const { browser, path, id, main } = await proposed('pass', [check('intact', 'pass')], { headCovered: '' });
    expect(words((await main()).querySelector('#verdict'))).toBe('La foto va bene');
    const hasty = await browser.post(`${path}/photo/accept`, { person: '0', proposal: id, declared: ['ears'] });
    expect([hasty.statusCode, Object.keys(errorsOf(hasty))]).toEqual([422, ['use-declared']]);
    expect(mainOf(hasty).querySelector('input[value=ears]')?.getAttribute('checked')).toBeDefined();
    const stale = await browser.post(`${path}/photo/accept`, { person: '0', proposal: 'x', declared: ['ears'] });
    expect(stale.headers.location).toBe(`${path}/photo?person=0&notice=changed`);
    const yes = { person: '0', proposal: id, declared: ['recent', 'untouched', 'ears'] };
    const twice = [await browser.post(`${path}/photo/accept`, yes), await browser.post(`${path}/photo/accept`, yes)];
    expect(twice.map(({ headers }) => headers.location)).toEqual([`${path}#complete`, `${path}#complete`]);
    const lapsed = await browser.post(`${path}/photo/accept`, { ...yes, proposal: 'x' });
    expect(lapsed.headers.location).toBe(`${path}/photo?person=0&notice=gone`);
  });
});

describe('the cut of a photo', () => {
  it('is moved by buttons without scripts, and checked again when it is used', { timeout: 60_000 }, async () => {
    const { browser, path, id, main, details } = await proposed('pass', []);
    const crop = { person: '0', proposal: id, left: '120', top: '90', height: '900' };
    const moved = await browser.post(`${path}/photo/crop?person=0`, { ...crop, step: 'up' });
    expect(moved.headers.location).toBe(`${path}/photo/crop?person=0&left=120&top=72&height=900`);
    const page = await main('/photo/crop?person=0&left=120&top=72&height=900');
    expect(page.querySelector('.t-crop-edge')?.attributes).toMatchObject({ x: '120', y: '72', width: '700' });
    const source = await browser.get(page.querySelector('image')?.getAttribute('href') ?? '');
    expect([source.statusCode, source.headers['cache-control']]).toEqual([200, 'no-store']);
    expect((await main('/photo/crop?person=0&left=x&height=-1')).querySelector('.t-crop-edge')).not.toBeNull();
    const twice = [
      await browser.post(`${path}/photo/crop?person=0`, crop),
      await browser.post(`${path}/photo/crop?person=0`, crop),
    ];
    const done = `${path}/photo?person=0#proposal`;
    expect(twice.map(({ headers }) => headers.location)).toEqual([done, done]);
    expect(await details()).toMatchObject({ crop: { left: 120, top: 90, width: 700, height: 900 }, state: 'proposed' });
    const cutAgain = await browser.get(page.querySelector('image')?.getAttribute('href') ?? '');
    expect(cutAgain.statusCode).toBe(404);
    const again = (await main('/photo/crop?person=0')).querySelector('image')?.getAttribute('href') ?? '';
    expect((await browser.get(again)).statusCode).toBe(200);
  });

  it('is another photo for a yes that was about the one before', { timeout: 60_000 }, async () => {
    const { browser, path, id } = await proposed('pass', []);
    await browser.post(`${path}/photo/crop?person=0`, { proposal: id, left: '120', top: '90', height: '900' });
    const yes = { person: '0', proposal: id, declared: ['recent', 'untouched', 'ears'] };
    const late = await browser.post(`${path}/photo/accept`, yes);
    expect(late.headers.location).toBe(`${path}/photo?person=0&notice=changed`);
    const other = { proposal: id, left: '120', top: '72', height: '900' };
    const cut = await browser.post(`${path}/photo/crop?person=0`, other);
    expect(cut.headers.location).toBe(`${path}/photo?person=0&notice=changed`);
  });
});

describe('a photo for which the service has no time', () => {
  it('gets its page again, which says when to try', { timeout: 60_000 }, async () => {
    const { browser, path } = await withBrowser(await completableBooking(deps.current));
    await browser.get(`${path}/photo`);
    const bytes = await portraitJpeg();
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendPhotoFile(browser, path, bytes)));
    const busy = answers.find(({ statusCode }) => statusCode === 503);
    expect(busy?.headers['retry-after']).toBe('5');
    expect(words(busy ? mainOf(busy) : null)).toContain('Riprova fra 5 secondi: scegli di nuovo la foto');
  });
});
