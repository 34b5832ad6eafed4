import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { writeCameraVideo } from '#test/camera-video.ts';
import { drawnPortrait, looks } from '../src/features/demo/drawn-portrait.ts';
import { logIn } from './steps/enter.ts';
import { linkOn } from './pages/known-page.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { judgeAsItStands } from './steps/walk.ts';
import { newVisitor, phone, seeText, type Visitor } from './steps/visitor.ts';

/** A folder of portraits of people, where there is one: `portraits` in it. */
const photoSet = process.env.TURNO_PHOTO_SET;
/** Where the drawn face is right. */
const well = { size: 1.2, down: 150 };
const simulated = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describe.skipIf(process.env.FIREFOX !== undefined)('a photo taken with the camera of the page', () => {
  let folder: string;
  let browser: Browser | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turno-camera-'));
  });
  afterEach(async () => {
    await browser?.close();
    browser = undefined;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says how to stand, takes the picture when pressed, and sends it like a file', async () => {
    const visitor = await before({ ...well, aside: -190 });
    const { page } = visitor;
    const worker = page.waitForResponse(/photo-live-worker/);
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await seeText(page, 'Un po’ a sinistra.');
    expect((await worker).headers()['content-security-policy']).toContain("'wasm-unsafe-eval'");
    // It is not spoken over what was being said.
    await expect.poll(() => page.locator('[data-live="spoken"]').textContent()).toBe('Un po’ a sinistra.');
    await judgeAsItStands(page);

    await page.getByRole('button', { name: 'Scatta subito' }).click();
    await page.getByRole('heading', { name: 'Ecco la foto' }).waitFor();
    await seeText(page, 'In questa foto qualcosa non va. Un po’ a sinistra.');
    await page.getByRole('button', { name: 'Rifalla' }).click();
    await seeText(page, 'Un po’ a sinistra.');
    await page.getByRole('button', { name: 'Chiudi la fotocamera' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Apri la fotocamera');
    expect(visitor.complaints).toEqual([]);
  });

  it('waits for a good moment where one is told to, and goes to the checks of the server', async () => {
    const visitor = await before(well);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await page.getByRole('button', { name: 'Scatta quando va bene' }).click();
    await page.getByRole('heading', { name: 'Ecco la foto' }).waitFor({ timeout: 30_000 });
    await judgeAsItStands(page);
    await page.getByRole('button', { name: 'Manda questa foto' }).click();
    await page.locator('main img').first().waitFor({ timeout: 30_000 });
    await page.getByRole('heading', { name: 'Foto per il documento' }).waitFor();
    await forgetProposal(page);
    expect(visitor.complaints).toEqual([]);
  });

  it.skipIf(photoSet === undefined)('takes a portrait of a person at a good moment', async () => {
    const portraits = join(photoSet ?? '', 'portraits');
    const [first = ''] = (await readdir(portraits)).sort();
    const { page } = await before({ size: 0.84 }, { portrait: await readFile(join(portraits, first)) });
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await page.getByRole('button', { name: 'Scatta quando va bene' }).click();
    await page.getByRole('heading', { name: 'Ecco la foto' }).waitFor({ timeout: 30_000 });
  });

  it('leaves frame and shutter where the checks cannot be loaded', async () => {
    const { page } = await before(well);
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await seeText(page, 'Qui i controlli mentre ti guardi non funzionano.');
    expect(await page.getByRole('button', { name: 'Scatta quando va bene' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Scatta subito' }).click();
    await seeText(page, 'Guarda che il viso sia tutto nella foto');
  });

  it('stops checking on a machine that takes too long for it again and again, and says so', async () => {
    const { page } = await before(well);
    const slow = `onmessage = ({ data: { id } }) =>
      setTimeout(() => postMessage({ id, look: { hint: 'good', isGood: true } }), 1700); postMessage({ ready: true });`;
    await page.route(/photo-live-worker/, (route) => route.fulfill({ contentType: 'text/javascript', body: slow }));
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await page.locator('p', { hasText: 'Questo dispositivo è troppo lento' }).first().waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: 'Scatta quando va bene' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Scatta subito' }).isVisible()).toBe(true);
  });

  it('tells who refuses the camera that a photo can be chosen, and asks for nothing before', async () => {
    const visitor = await before(well, { allowed: false });
    const { page } = visitor;
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await seeText(page, 'Questa pagina non può usare la fotocamera.');
    expect(loaded.filter((url) => /worker|wasm|\.bin/.test(url))).toEqual([]);
    expect(await page.getByLabel('Scegli la foto').isVisible()).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });

  it('sends what was chosen last, from a file or from the telephone’s camera', async () => {
    const { page } = await before(well);
    const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a picture') };
    const chosen = () =>
      page
        .locator('#photo-form')
        .evaluate((form: HTMLFormElement) =>
          [...new FormData(form)].flatMap(([field, value]) =>
            value instanceof File && value.name !== '' ? [field] : [],
          ),
        );
    await page.locator('input[type="file"][name="photo"]').setInputFiles(file);
    await page.locator('input[name="camera"]').setInputFiles(file);
    expect(await chosen()).toEqual(['camera']);
    await page.locator('input[type="file"][name="photo"]').setInputFiles(file);
    expect(await chosen()).toEqual(['photo']);
  });

  it.each([
    ['busy', 'NotReadableError', 'La fotocamera è usata da un altro programma.'],
    ['none', 'NotFoundError', 'Non troviamo una fotocamera.'],
  ])('says why there is no camera: %s', async (_why, name, words) => {
    const { page } = await before(well);
    await page.evaluate((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
    }, name);
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await seeText(page, words);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words);
    await judgeAsItStands(page);
  });

  it('leaves frame and shutter to a camera with too few pixels, and says that it is too coarse', async () => {
    const { page } = await before(well);
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () => open({ video: { width: { exact: 320 }, height: { exact: 240 } } });
    });
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await page.locator('p', { hasText: 'Questa fotocamera' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Scatta quando va bene' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Scatta subito' }).isVisible()).toBe(true);
    await judgeAsItStands(page);
  });

  it('lets go of a camera that shows nothing, and closes where the picture cannot be kept', async () => {
    const { page } = await before(well);
    const tracks = await page.evaluateHandle(() => {
      const opened: MediaStreamTrack[] = [];
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (wish) => {
        const stream = await open(wish);
        opened.push(...stream.getTracks());
        return stream;
      };
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = () => {
        HTMLMediaElement.prototype.play = play;
        return Promise.reject(new DOMException('', 'NotSupportedError'));
      };
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
      return opened;
    });
    const ended = () => tracks.evaluate((all) => all.map(({ readyState }) => readyState));
    const failed = 'La fotocamera non si è aperta.';
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await seeText(page, failed);
    expect(await ended()).toEqual(['ended']);
    await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
    await page.getByRole('button', { name: 'Scatta subito' }).click();
    await page.getByRole('button', { name: 'Manda questa foto' }).click();
    await seeText(page, failed);
    expect(await ended()).toEqual(['ended', 'ended']);
  });

  it('is not there without scripts', async () => {
    const { page } = await before(well, { scripts: false });
    expect(await page.getByText('Apri la fotocamera').isVisible()).toBe(false);
    expect(await page.getByLabel('Scegli la foto').isVisible()).toBe(true);
  });

  /** So that other journeys find the page as it was; people have the proposal for a day. */
  async function forgetProposal(page: Page): Promise<void> {
    const status = await page.evaluate(async () => {
      const csrf = document.querySelector<HTMLInputElement>('main input[name="_csrf"]')?.value ?? '';
      const photo = document.querySelector<HTMLInputElement>('.t-discard input[name="photo"]')?.value ?? '';
      const body = new URLSearchParams({ _csrf: csrf, person: '0', photo, state: 'proposed' });
      return (await fetch(`${location.pathname}/remove`, { method: 'POST', body })).status;
    });
    expect(status).toBe(200);
  }

  /** Somebody with a phone whose camera sees this, at the page of a photo that an office asks for. */
  async function before(
    seen: { size: number; aside?: number; down?: number },
    { portrait, allowed = true, scripts = true }: { portrait?: Buffer; allowed?: boolean; scripts?: boolean } = {},
  ): Promise<Visitor> {
    const file = join(folder, 'camera.mjpeg');
    await writeCameraVideo(file, portrait ?? (await drawnPortrait(looks.fair)), seen);
    const more = [...simulated.slice(0, allowed ? 2 : 1), `--use-file-for-fake-video-capture=${file}`];
    browser = await launchBrowser({ more });
    const visitor = await newVisitor(browser, turnoAddress, { width: phone, scripts });
    const { page } = visitor;
    await page.goto('/login');
    await logIn(page, 'irene.pichler@demo.example');
    await page.goto('/bookings');
    const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
    const answer = await page.goto(`${booking}/photo`);
    expect(answer?.headers()['content-security-policy']).not.toContain('wasm');
    return visitor;
  }
});
