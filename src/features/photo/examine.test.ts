import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawnPortrait, portraitJpeg } from '#test/photos.ts';
import { examinePhoto } from './examine.ts';
import type { Examined } from './examined.ts';
import { photoRules } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-22');

const examine = (bytes: Buffer, tooLarge = false): Promise<Examined> => examinePhoto({ bytes, tooLarge }, { today });

const findings = ({ checks }: Examined): string[] => checks.map(({ finding }) => finding);

describe('a photo that is no photo', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'type-empty'],
    ['a ZIP called photo.jpg', Buffer.from('PK\x03\x04 and so on', 'latin1'), 'type-zip'],
    ['a web page called photo.jpg', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'type-html'],
    ['a drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'type-svg'],
    ['a PDF', Buffer.from('%PDF-1.4 ...'), 'type-pdf'],
    ['a GIF', Buffer.from('GIF89a...'), 'type-gif'],
    ['a photo of a telephone', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'type-heic'],
    ['a text', Buffer.from('una foto'), 'type-other'],
    ['the beginning of a JPEG and nothing else', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'truncated'],
  ])('is refused by name: %s', async (_what, bytes, finding) => {
    const examined = await examine(bytes);
    expect(examined).toMatchObject({ verdict: 'fail', portrait: undefined });
    expect(findings(examined)).toEqual([finding]);
  });

  it('is refused as a PNG whatever it is called', async () => {
    expect(findings(await examine(await drawnPortrait().png().toBuffer()))).toEqual(['type-png']);
  });

  it('is refused for its size without a look at it', async () => {
    expect(findings(await examine(Buffer.alloc(0), true))).toEqual(['size-large']);
  });
});

describe('a photo that cannot be used', () => {
  it('was cut off on its way, early or late', async () => {
    const whole = await portraitJpeg();
    for (const length of [whole.length / 2, whole.length - 200]) {
      expect(findings(await examine(whole.subarray(0, length)))).toEqual(['truncated']);
    }
  });

  it('is damaged in its middle', async () => {
    const bytes = await drawnPortrait().jpeg({ quality: 95 }).toBuffer();
    bytes.fill(0xd5, bytes.length / 2, bytes.length / 2 + 900);
    expect(findings(await examine(bytes))).toEqual(['damaged']);
  });

  it('says that it is gigantic: it is believed and not opened', async () => {
    const bomb = sizedAs(await portraitJpeg(), 65_500, 65_500);
    const examined = await examine(bomb);
    expect(findings(examined)).toEqual(['pixels-many']);
    expect(examined.checks[0]?.measured).toMatchObject({ width: 65_500, most: 60 });
  });

  it('says that it has more pixels than it brings', async () => {
    expect(findings(await examine(sizedAs(await portraitJpeg(), 3000, 3000)))).toEqual(['damaged']);
  });

  it('has too few pixels, and is never enlarged', async () => {
    const examined = await examine(await portraitJpeg(400, 520));
    expect(examined).toMatchObject({ verdict: 'fail', portrait: undefined });
    expect(findings(examined)).toContain('pixels-few');
  });

  it('is a strip', async () => {
    expect(findings(await examine(await portraitJpeg(3000, 1000)))).toContain('proportions-odd');
  });
});

describe('a photo that can be used', () => {
  it('becomes a new JPEG of 35 by 45, with 600 dots an inch and no notes', async () => {
    const sent = await drawnPortrait(1500, 2000)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Ada Prova' }, IFD2: { DateTimeOriginal: '2026:11:01 10:00:00' } })
      .toBuffer();
    const { portrait, source, checks, rulesVersion } = await examine(sent);
    expect(rulesVersion).toBe(photoRules.version);
    expect(portrait).toMatchObject({ width: 827, height: 1063 });
    expect(source).toMatchObject({ width: 1500, height: 2000 });
    expect(checks.map(({ id }) => id).slice(0, 8)).toEqual([
      'file-type',
      'file-size',
      'intact',
      'pixels',
      'proportions',
      'upright',
      'colours',
      'recent',
    ]);
    const jpeg = portrait?.jpeg ?? Buffer.alloc(0);
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 827, height: 1063, density: 600 });
    expect(jpeg.includes('Exif')).toBe(false);
    expect(jpeg.includes('Ada Prova')).toBe(false);
    expect(jpeg.equals(sent)).toBe(false);
    expect(source?.jpeg.includes('Ada Prova')).toBe(false);
  });

  it('stays as small as it came', async () => {
    const small = await examine(await portraitJpeg(551, 709));
    expect(small.portrait).toMatchObject({ width: 551, height: 709 });
  });

  it('is set upright as its camera says', async () => {
    const sideways = await drawnPortrait(1200, 900).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const examined = await examine(sideways);
    expect(findings(examined)).toContain('turned');
    expect(examined.source).toMatchObject({ width: 900, height: 1200 });
    expect((await sharp(examined.portrait?.jpeg).metadata()).orientation).toBeUndefined();
  });

  it('is converted from the colours of a printer, with a word about it', async () => {
    const examined = await examine(await drawnPortrait().toColourspace('cmyk').jpeg().toBuffer());
    expect(findings(examined)).toContain('colours-cmyk');
    expect(await sharp(examined.portrait?.jpeg).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
  });

  it('is taken in grey, lying down or old, with a warning each', async () => {
    expect(findings(await examine(await drawnPortrait().toColourspace('b-w').jpeg().toBuffer()))).toContain(
      'colours-grey',
    );
    expect(findings(await examine(await portraitJpeg(1600, 1000)))).toContain('proportions-cut');
    const old = await drawnPortrait()
      .jpeg()
      .withExif({ IFD2: { DateTimeOriginal: '2024:03:12 10:00:00' } })
      .toBuffer();
    const { checks } = await examine(old);
    expect(checks).toContainEqual(
      expect.objectContaining({ finding: 'taken-old', verdict: 'warn', measured: { day: '2024-03-12' } }),
    );
  });

  it('never exceeds 500 kB, whatever is in it, and carries nothing that hung behind it', async () => {
    const noise = await sharp({
      create: {
        width: 827,
        height: 1063,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { portrait } = await examine(Buffer.concat([noise, Buffer.from('PK\x03\x04 hidden')]));
    expect(portrait?.jpeg.length).toBeLessThanOrEqual(500_000);
    expect(portrait?.jpeg.includes('hidden')).toBe(false);
  });
});

/** The same file with another size in the head of its picture (SOF0 or SOF2). */
function sizedAs(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = Math.max(changed.indexOf(Buffer.from([0xff, 0xc0])), changed.indexOf(Buffer.from([0xff, 0xc2])));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}
