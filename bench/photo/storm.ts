import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { portraitJpeg } from '#test/photos.ts';
import { cpuOf, memoryOf } from '../processes.ts';
import { median, type Result, shown, spreadOf } from '../result.ts';
import { forgetBookings, type Stage } from '../stage.ts';
import { seedPhotoBookings } from './seed-photo-bookings.ts';
import { askSteadily, type SteadyResult } from './steady-pages.ts';
import { type UploadResult, sendUploads } from './uploads.ts';

const people = 100;
const rounds = 3;
const perSecond = 50;
const paths = ['/', '/offices/cons-london/passport', '/login', '/api/v1/bookings'];
/** Milliseconds without photos, as long as a storm takes. */
const calm = 30_000;

/** A hundred people send a photo in the same moment while others look at pages as before. */
export async function storm(stage: Stage, portraits: readonly string[]): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'turno-storm-'));
  try {
    const files = await asFromTelephones(portraits, folder);
    const { slots, senders } = await seedPhotoBookings(stage, people);
    const found: Round[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await oneRound(stage, { senders, files }));
    await forgetBookings(stage, slots);
    return results(found, files.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Round {
  readonly before: SteadyResult;
  readonly during: SteadyResult;
  readonly uploads: UploadResult;
  /** CPU seconds of all processes of the product while the photos were looked at */
  readonly cpu: number;
  /** the most, in MB */
  readonly memory: { readonly web: number; readonly photo: number };
}

async function oneRound(
  stage: Stage,
  wish: { senders: { code: string; token: string }[]; files: string[] },
): Promise<Round> {
  const steady = { port: stage.port, paths, token: stage.tokens.at(-1) ?? '', perSecond };
  // Whatever the first answers must fetch is fetched.
  const warm = askSteadily(steady);
  await pause(3_000);
  await warm.stop();
  const quiet = askSteadily(steady);
  await pause(calm);
  const before = await quiet.stop();
  const memory = { web: 0, photo: 0 };
  const look = () => {
    const { web, photo } = stage.roles();
    memory.web = Math.max(memory.web, memoryOf(web));
    memory.photo = Math.max(memory.photo, memoryOf(photo));
  };
  const watch = setInterval(look, 1_000);
  const cpu = cpuOf(stage.roles().all);
  const busy = askSteadily(steady);
  await pause(500);
  const uploads = await sendUploads({ port: stage.port, ...wish });
  const during = await busy.stop();
  clearInterval(watch);
  look();
  return { before, during, uploads, memory, cpu: cpuOf(stage.roles().all) - cpu };
}

function results(found: readonly Round[], kinds: number): Result[] {
  const ratios = found.map(({ before, during }) => during.p99 / before.p99);
  const wrong = found.reduce((sum, { before, during }) => sum + before.wrong + during.wrong, 0);
  const whole = found.every(({ uploads }) => (uploads.statuses['200'] ?? 0) === people && uploads.gaveUp === 0);
  const [first] = found;
  const statuses = found.map(({ uploads }) => JSON.stringify(uploads.statuses)).join(', ');
  const ratio = median(ratios);
  const each = (read: (round: Round) => number) => found.map(read);
  const nothing = { reference: null, referenceFigure: null, ratio: null, bar: null, pass: true };
  const reported = (name: string, unit: string, values: number[], notes: string): Result => {
    return { ...nothing, name, unit, notes, figure: median(values), spread: spreadOf(values) };
  };
  return [
    {
      name: `photo: p99 of a page while ${people} photos are sent at once`,
      figure: median(each(({ during }) => during.p99)),
      unit: 'ms',
      reference: 'the same pages before it',
      referenceFigure: median(each(({ before }) => before.p99)),
      ratio,
      spread: spreadOf(each(({ during }) => during.p99)),
      bar: '< 2 × the reference, every photo answered',
      pass: ratio < 2 && whole && wrong === 0,
      reach: 2 / ratio,
      notes: `${perSecond} pages a second at even distances (${paths.join(', ')}), from when each was due; ratios of the rounds ${ratios.map(shown).join(', ')}; ${wrong} wrong answers; median page ${shown(first?.before.p50 ?? 0)} → ${shown(first?.during.p50 ?? 0)} ms, slowest ${shown(Math.max(...each(({ during }) => during.slowest)))} ms; answers to the photos: ${statuses}`,
    },
    reported(
      `photo: ${people} photos at once, until the last is answered`,
      's',
      each(({ uploads }) => uploads.seconds),
      `of 12 million pixels, ${kinds} different ones; who is put off comes back when told to; half within ${shown(median(each(({ uploads }) => uploads.p50)))} s`,
    ),
    reported(
      'photo: CPU of the product for each photo, sending and pages included',
      's',
      each(({ cpu }) => cpu / people),
      'all its processes and the database, divided by the photos',
    ),
    reported(
      'photo: memory of the web process in the storm, at most',
      'MB',
      each(({ memory }) => memory.web),
      'proportional set size',
    ),
    reported(
      'photo: memory of the photo process in the storm, at most',
      'MB',
      each(({ memory }) => memory.photo),
      'proportional set size',
    ),
  ];
}

/** Twelve million pixels each, as a telephone sends them; without a set a face that is drawn. */
async function asFromTelephones(portraits: readonly string[], folder: string): Promise<string[]> {
  const chosen = portraits.slice(0, 10);
  const sources: (string | Buffer)[] = chosen.length > 0 ? [...chosen] : [await portraitJpeg(900, 1200)];
  const files: string[] = [];
  for (const [at, source] of sources.entries()) {
    const file = join(folder, `${at}.jpg`);
    const large = await sharp(source).resize(3000, 4000, { fit: 'cover' }).jpeg({ quality: 90 }).toBuffer();
    await writeFile(file, large);
    files.push(file);
  }
  return files;
}
