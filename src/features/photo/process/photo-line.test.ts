import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { portraitJpeg } from '#test/photos.ts';
import { examineCrop, examinePhoto } from '../examine.ts';
import type { Examined } from '../examined.ts';
import { createPhotoLine, type LineLimits, type PhotoLine } from './photo-line.ts';
import { type PhotoProcess, PhotoTaskLost, startPhotoProcess } from './photo-process.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const bytes = await portraitJpeg(551, 709);
const nothing: Examined = {
  verdict: 'pass',
  checks: [],
  rulesVersion: 1,
  portrait: undefined,
  source: undefined,
  fault: undefined,
};

/** A process that answers as it is told. */
function standIn(answer: () => Promise<Examined> = async () => nothing): PhotoProcess {
  const run = answer as unknown as PhotoProcess['run'];
  return { run, end: () => undefined, isOver: () => false };
}
const patience = { work: 15_000, passed: 45_000 };

describe('the photo process', { timeout: 120_000 }, () => {
  const started: PhotoProcess[] = [];
  const lines: PhotoLine[] = [];
  afterEach(() => {
    for (const line of lines.splice(0)) line.end();
    for (const one of started.splice(0)) one.end();
  });

  function lineOf(limits: Partial<LineLimits> = {}, allowed = patience): PhotoLine {
    const line = createPhotoLine({ patience: 120_000, ...limits }, async () => {
      const one = await startPhotoProcess(allowed);
      started.push(one);
      return one;
    });
    lines.push(line);
    return line;
  }

  const look = (line: PhotoLine) => examinePhoto({ bytes, tooLarge: false }, { today, line });
  const findings = async (line: PhotoLine) => (await look(line)).checks.map(({ finding }) => finding);

  it('is begun with the first photo, kept for the next, and begun anew after some', async () => {
    const line = lineOf({ photos: 2 });
    expect(started).toHaveLength(0);
    for (let photo = 0; photo < 3; photo += 1) expect(await findings(line)).toContain('whole');
    expect(started.map((one) => one.isOver())).toEqual([true, false]);
  });

  it('gives its memory back when no photo comes', async () => {
    const line = lineOf({ idle: 50 });
    await look(line);
    await expect.poll(() => started[0]?.isOver(), { timeout: 30_000 }).toBe(true);
    expect(await findings(line)).toContain('whole');
  });

  it('may be ended by the system: the photo is looked at by another', async () => {
    const line = lineOf();
    await look(line);
    const found = findings(line);
    started[0]?.end();
    expect(await found).toContain('whole');
    expect(started).toHaveLength(2);
  });

  it('that ends over a photo twice leaves it, and looks at the next', async () => {
    let deaths = 2;
    const line = createPhotoLine({}, async () => {
      const one = await startPhotoProcess(patience);
      started.push(one);
      const run: PhotoProcess['run'] = (work, task) => {
        const answer = one.run(work, task);
        if (deaths > 0) one.end();
        deaths -= 1;
        return answer;
      };
      return { ...one, run };
    });
    lines.push(line);
    expect(await findings(line)).toEqual(['too-long']);
    expect(await findings(line)).toContain('whole');
    expect(started).toHaveLength(3);
  });

  it('is ended over a photo that takes too long', async () => {
    const line = lineOf({}, { ...patience, work: 20 });
    expect(await findings(line)).toEqual(['too-long']);
    expect(started[0]?.isOver()).toBe(true);
  });

  it('refuses no photo because the machine was busy: it may be sent again', async () => {
    const line = lineOf({}, { ...patience, passed: 0 });
    await expect(look(line)).rejects.toMatchObject({ status: 503 });
  });

  it('refuses none either when the machine is busy at the second try', async () => {
    const hows = ['ended', 'starved'] as const;
    let tries = 0;
    const line = createPhotoLine({}, async () =>
      standIn(() => Promise.reject(new PhotoTaskLost(hows[tries++] ?? 'failed'))),
    );
    await expect(look(line)).rejects.toMatchObject({ status: 503 });
    expect(tries).toBe(2);
  });

  it('tells at once when it was ended from outside while nobody looked', async () => {
    const one = await startPhotoProcess(patience);
    started.push(one);
    process.kill(one.pid ?? 0, 'SIGKILL');
    await expect.poll(() => one.isOver()).toBe(true);
    await expect(one.run('upload', { bytes, today: '2026-11-22' })).rejects.toMatchObject({ how: 'ended' });
  });

  it('that cannot be started leaves nobody listening for the end of this one', async () => {
    const listening = process.listenerCount('exit');
    await expect(startPhotoProcess(patience, '/nowhere/node')).rejects.toMatchObject({ how: 'ended' });
    expect(process.listenerCount('exit')).toBe(listening);
  });
});

describe('photos that wait', { timeout: 120_000 }, () => {
  it('are so many and no more: the others are told when to come back', async () => {
    const line = createPhotoLine({ waiting: 1 });
    const settled = await Promise.allSettled([look(line), look(line), look(line)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(settled[2]).toMatchObject({ reason: { status: 503, headers: { 'retry-after': '5' } } });
    line.end();
  });

  it('are few of one account, and leave places to those that are sent where many are cut anew', async () => {
    const waiting = Promise.withResolvers<Examined>();
    const line = createPhotoLine({ crops: 3 }, async () => standIn(() => waiting.promise));
    const opened: string[] = [];
    const cut = (who: string) => {
      const open = async () => Buffer.from(opened.push(who) > 0 ? 'x' : '');
      return examineCrop({ open, crop: { left: 0, top: 0, width: 7, height: 9 }, before: [] }, { who, line });
    };
    const send = (who: string) => examinePhoto({ bytes, tooLarge: false }, { today, who, line });
    const kept: Promise<unknown>[] = [cut('a'), cut('a'), cut('b')];
    await expect(cut('a')).rejects.toMatchObject({ status: 503 });
    await expect(send('a')).rejects.toMatchObject({ status: 503 });
    await expect(cut('c')).rejects.toMatchObject({ status: 503 });
    kept.push(send('c'));
    // What waits is not read before its turn.
    await expect.poll(() => opened).toEqual(['a']);
    waiting.resolve(nothing);
    await Promise.all(kept);
    expect(opened).toEqual(['a', 'a', 'b']);
    await send('a');
    line.end();
  });

  it('are so large together and no larger', async () => {
    const line = createPhotoLine({ bytes: bytes.length * 1.5 });
    const settled = await Promise.allSettled([look(line), look(line)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    line.end();
  });

  it('wait no longer than whoever sent them', async () => {
    const line = createPhotoLine({ patience: 200 });
    const settled = await Promise.allSettled([look(line), look(line)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    line.end();
  });

  it('are told that nobody can look at them, once the process could not be started again and again', async () => {
    const troubles: string[] = [];
    let starts = 0;
    const line = createPhotoLine(
      { pause: 20 },
      async () => (starts++ === 3 ? standIn() : Promise.reject(new Error('no memory'))),
      ({ what }) => troubles.push(what),
    );
    await expect(look(line)).rejects.toMatchObject({ status: 503, reason: 'overloaded' });
    // Not one start for each photo that is sent meanwhile.
    await expect(look(line)).rejects.toMatchObject({ status: 503, reason: 'overloaded' });
    expect([starts, line.isDown()]).toEqual([1, false]);
    await pause(25);
    await expect(look(line)).rejects.toMatchObject({ reason: 'overloaded' });
    await pause(45);
    const down = { status: 503, reason: 'photo-check-unavailable', headers: { 'retry-after': '600' } };
    await expect(look(line)).rejects.toMatchObject(down);
    expect([starts, line.isDown(), troubles]).toEqual([3, true, ['start', 'start', 'start']]);
    await pause(85);
    expect((await look(line)).verdict).toBe('pass');
    expect(line.isDown()).toBe(false);
  });

  const look = (line: PhotoLine) => examinePhoto({ bytes, tooLarge: false }, { today, line });
});
