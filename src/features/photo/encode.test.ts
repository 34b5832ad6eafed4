import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encode } from './decode.ts';

it('a portrait is as small as the register wants it with all that is written into it', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const size = { width: 70, height: 90 };
  const rgb = await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
    .raw()
    .toBuffer();
  const { length } = await encode({ rgb, ...size });
  for (const less of [1, 17]) {
    const mostBytes = length - less;
    expect((await encode({ rgb, ...size }, { mostBytes })).length).toBeLessThanOrEqual(mostBytes);
  }
  expect(await encode({ rgb, ...size }, { mostBytes: length })).toHaveLength(length);
});
