import { afterEach, describe, expect, it } from 'vitest';
import { portraitJpeg } from '#test/photos.ts';
import { examinePhoto } from '../examine.ts';
import { createPhotoLine, type LineLimits, type PhotoLine } from './photo-line.ts';
import { type PhotoProcess, startPhotoProcess } from './photo-process.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const bytes = await portraitJpeg(551, 709);
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
});

describe('photos that wait', { timeout: 120_000 }, () => {
  it('are so many and no more: the others are told when to come back', async () => {
    const line = createPhotoLine({ waiting: 1 });
    const settled = await Promise.allSettled([look(line), look(line), look(line)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(settled[2]).toMatchObject({ reason: { status: 503, headers: { 'retry-after': '5' } } });
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

  it('wait for nothing where the process cannot be started', async () => {
    const line = createPhotoLine({}, async () => Promise.reject(new Error('no memory')));
    await expect(look(line)).rejects.toMatchObject({ status: 503 });
  });

  const look = (line: PhotoLine) => examinePhoto({ bytes, tooLarge: false }, { today, line });
});
