import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingApp, errorsOf } from '#test/booking-journey.ts';
import { completableBooking, type CompletableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { foundFine, sendPhotoFile as send } from '#test/photo-journey.ts';
import { portraitJpeg } from '#test/photos.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

async function opened(rules?: Parameters<typeof completableBooking>[1]) {
  const booking = await completableBooking(deps.current, rules);
  const browser = await testBrowser(app, deps.current, booking.accountId);
  return { booking, browser, path: `/bookings/${booking.code}` };
}

const wordsOf = async (browser: TestBrowser, path: string) => {
  const answer = await browser.get(path);
  return parse(answer.body).querySelector('main')?.structuredText.replaceAll(/\s+/g, ' ') ?? '';
};

describe('a citizen who has something to complete', () => {
  it('is told what and until when, sends a photo, sees it and says yes', async () => {
    const { booking, browser, path } = await opened();
    expect(await wordsOf(browser, path)).toContain('fino a domenica 13 dicembre 2026, ore 10:00');
    expect(await wordsOf(browser, '/bookings')).toContain('Manca ancora: la foto e la scelta della consegna.');
    const sent = await send(browser, path, await portraitJpeg());
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/photo?person=0#proposal`]);
    const page = parse((await browser.get(`${path}/photo`)).body);
    const picture = await browser.get(page.querySelector('img.t-photo')?.getAttribute('src') ?? '');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(await wordsOf(browser, path)).toContain('In attesa del tuo sì');
    const id = await foundFine(deps.current.db, booking);
    const yes = { person: '0', proposal: id, declared: ['untouched', 'recent', 'ears'] };
    expect((await browser.post(`${path}/photo/accept`, yes)).headers.location).toBe(`${path}#complete`);
    expect(await wordsOf(browser, '/bookings')).toContain('Manca ancora: la scelta della consegna.');
  });

  it('may refuse a proposal, and the photo before it stays', async () => {
    const { booking, browser, path } = await opened();
    await send(browser, path, await portraitJpeg());
    const id = await foundFine(deps.current.db, booking);
    await browser.post(`${path}/photo/accept`, {
      person: '0',
      proposal: id,
      declared: ['untouched', 'recent', 'ears'],
    });
    await send(browser, path, await portraitJpeg(600, 800));
    const other = parse((await browser.get(`${path}/photo`)).body);
    const discard = other.querySelector('.t-discard input[name=photo]')?.getAttribute('value') ?? '';
    const stale = await browser.post(`${path}/photo/remove`, { person: '0', photo: id, state: 'proposed' });
    expect(stale.headers.location).toBe(`${path}/photo?person=0&notice=changed`);
    expect(await wordsOf(browser, `${path}/photo?person=0&notice=changed`)).toContain(
      'Nel frattempo la foto è cambiata',
    );
    await browser.post(`${path}/photo/remove`, { person: '0', photo: discard, state: 'proposed' });
    const page = parse((await browser.get(`${path}/photo`)).body);
    expect(page.querySelectorAll('img.t-photo').map((image) => image.getAttribute('src'))).toEqual([
      `${path}/photo/picture?person=0&id=${id}`,
    ]);
  });

  it('is told in words what is wrong with a file, and that none was chosen', async () => {
    const { browser, path } = await opened();
    const zip = await send(browser, path, Buffer.from('PK\x03\x04 photo', 'latin1'));
    expect([zip.statusCode, errorsOf(zip)['photo']]).toEqual([
      422,
      expect.stringContaining('Il file è un archivio ZIP, non una foto.'),
    ]);
    const none = await browser.post(`${path}/photo`, {});
    expect([none.statusCode, Object.keys(errorsOf(none))]).toEqual([422, ['photo']]);
  });

  it('chooses mail and somebody who collects, with what is missing beside each field', async () => {
    const { browser, path } = await opened();
    await browser.get(`${path}/delivery`);
    const wrong = await browser.post(`${path}/delivery`, { mode: 'office', hasDelegate: 'yes' });
    expect([wrong.statusCode, Object.keys(errorsOf(wrong))]).toEqual([
      422,
      ['delegate-givenName', 'delegate-familyName', 'delegate-birthDate'],
    ]);
    const good = await browser.post(`${path}/delivery`, {
      mode: 'address',
      'address.street': 'Via dell’Esempio 1',
      'address.postalCode': '39100',
      'address.city': 'Bolzano',
      'address.province': 'bz',
      hasDelegate: 'yes',
      'delegate.givenName': 'Paul',
      'delegate.familyName': 'Beispiel',
      'delegate.birthDate': '03/02/1969',
    });
    expect(good.headers.location).toBe(`${path}#complete`);
    const words = await wordsOf(browser, path);
    expect(words).toContain('Raccomandata a: Via dell’Esempio 1, 39100 Bolzano BZ');
    expect(words).toContain('Può ritirare anche Paul Beispiel');
  });

  it('only reads after the office’s hour, and is told whom to ask', async () => {
    const { browser, path } = await opened({ hours: 528 });
    expect(await wordsOf(browser, path)).toContain('Il termine per cambiare da solo è passato');
    expect(parse((await browser.get(`${path}/photo`)).body).querySelector('input[type=file]')).toBeNull();
    expect(parse((await browser.get(`${path}/delivery`)).body).querySelector('input[name=mode]')).toBeNull();
    expect((await send(browser, path, await portraitJpeg())).statusCode).toBe(303);
  });

  it('is the only one who sees it', async () => {
    const { path }: { path: string; booking: CompletableBooking } = await opened();
    const { browser } = await opened();
    for (const page of ['photo', 'delivery', 'photo/picture', 'photo/crop', 'photo/source', 'photo/keep'])
      expect((await browser.get(`${path}/${page}`)).statusCode).toBe(404);
  });
});
