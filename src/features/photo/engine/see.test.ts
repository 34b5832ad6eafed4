import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnFace } from '#test/photos.ts';
import type { FaceMesh, Pixels } from '../face/seen.ts';
import type { Engine } from './load-engine.ts';
import { loadEngineHere } from './on-server.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngineHere();
});

async function turned(degrees: number): Promise<Pixels> {
  const picture = sharp(await drawnFace().png().toBuffer());
  const { data, info } = await picture.rotate(degrees).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

const plain = (width: number, height: number): Pixels => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(200),
});

const at = (mesh: FaceMesh | undefined, point: number) => [...(mesh?.points.subarray(point * 3, point * 3 + 2) ?? [])];

describe('what the models see', () => {
  it('is a face with its points where it was drawn, and its person', async () => {
    const { faces, mesh, person } = await engine.see(await turned(0));
    expect(faces).toHaveLength(1);
    expect(mesh?.points).toHaveLength(478 * 3);
    const [[leftX = 0, leftY = 0], [rightX = 0, rightY = 0]] = [at(mesh, 468), at(mesh, 473)];
    const off = [leftX - 280, leftY - 390, rightX - 420, rightY - 390].map(Math.abs);
    expect(Math.max(...off)).toBeLessThan(5);
    const shown = (across: number, down: number) => person?.share[Math.round(down * 256) * 256 + across * 256];
    expect(shown(0.5, 0.75)).toBeGreaterThan(200);
    expect(shown(0.0625, 0.0625)).toBeLessThan(50);
  });

  it.each([
    [90, [510, 280]],
    [180, [420, 510]],
    [270, [390, 420]],
  ])('lies as the picture lies, turned by %i degrees', async (degrees, pupil) => {
    const { mesh } = await engine.see(await turned(degrees));
    const [x = 0, y = 0] = at(mesh, 468);
    expect(Math.max(Math.abs(x - (pupil[0] ?? 0)), Math.abs(y - (pupil[1] ?? 0)))).toBeLessThan(5);
  });

  it('is nobody where nobody is, however odd the picture', async () => {
    for (const [width, height] of [
      [800, 1000],
      [1, 1600],
      [1600, 1],
      [8, 8],
    ] as const) {
      const { faces, mesh, person } = await engine.see(plain(width, height));
      expect([faces, mesh, person?.share.length]).toEqual([[], undefined, 256 * 256]);
    }
  });
});
