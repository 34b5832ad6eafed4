import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { edgePhotos } from '#test/edge-photos.ts';
import { startPhotoProcess } from '../process/photo-process.ts';
import { whatItIs } from '../what-it-is.ts';

/** The hostile ones reach it here past the gate that would keep them from it. */
it.runIf(process.platform === 'linux')(
  'whatever is sent, the photo process stays as small as it was',
  async () => {
    const photos = await edgePhotos();
    const jpegs = photos.filter(({ bytes }) => whatItIs(bytes) === 'jpeg');
    const photoProcess = await startPhotoProcess();
    onTestFinished(() => photoProcess.end());
    const sendAll = async (chosen: typeof jpegs) => {
      for (const { name, bytes, opens } of chosen) {
        const { portrait } = await photoProcess.run('upload', { bytes, today: '2026-11-22' });
        expect([name, portrait !== undefined]).toEqual([name, opens]);
      }
    };
    const isHard = ({ name, opens }: (typeof jpegs)[number]) => !opens || name.includes('46 million');
    const hard = jpegs.filter(isHard);
    await sendAll([...hard, ...jpegs.filter(({ name }) => name.includes('ZIP'))]);
    const first = memoryOf(photoProcess.pid, 'VmRSS');
    for (let round = 0; round < 2; round += 1) await sendAll(hard);
    expect(memoryOf(photoProcess.pid, 'VmRSS') - first).toBeLessThan(60);
    expect(memoryOf(photoProcess.pid, 'VmHWM')).toBeLessThan(450);
    expect(photoProcess.isOver()).toBe(false);
  },
  120_000,
);

/** In MB: now (VmRSS), or the most there ever was (VmHWM). */
function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}
