import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { drawnPortrait, portraitJpeg } from './photos.ts';

/** A file that somebody may send as a photo, broken, hostile or only unusual, and what must be found of it. */
export interface EdgePhoto {
  readonly name: string;
  readonly bytes: Buffer;
  /** one of the findings, and whether a portrait can be cut from it */
  readonly finding: string;
  readonly opens: boolean;
}

/** One of each kind; all are made here, none shows a person. */
export async function edgePhotos(): Promise<EdgePhoto[]> {
  const good = await portraitJpeg(827, 1063);
  const refused = (name: string, finding: string, bytes: Buffer): EdgePhoto => ({ name, bytes, finding, opens: false });
  const opened = (name: string, finding: string, bytes: Buffer): EdgePhoto => ({ name, bytes, finding, opens: true });
  const asked = Buffer.from(good);
  asked.fill(0xd5, asked.length / 2, asked.length / 2 + 300);
  return [
    refused('an empty file', 'type-empty', Buffer.alloc(0)),
    refused('a text', 'type-other', Buffer.from('non sono una foto\n'.repeat(40))),
    refused('an SVG with a script', 'type-svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    refused('a GIF', 'type-gif', await drawnPortrait().gif().toBuffer()),
    refused('a TIFF', 'type-tiff', await drawnPortrait().tiff().toBuffer()),
    refused('a PNG', 'type-png', await drawnPortrait().png().toBuffer()),
    refused('a PNG one can see through', 'type-png', await drawnPortrait().ensureAlpha(0.4).png().toBuffer()),
    refused('a PNG of 900 million pixels in a hundred kB', 'type-png', pngBomb(30_000)),
    refused('a WebP', 'type-webp', await drawnPortrait().webp().toBuffer()),
    refused('an AVIF', 'type-heic', await drawnPortrait(200, 260).avif({ effort: 0 }).toBuffer()),
    refused('a JPEG of 400 million pixels in 1.6 MB', 'pixels-many', await flatJpeg(20_000, 20_000)),
    refused('a JPEG that says it has 4,290 million pixels', 'pixels-many', sizedAs(good, 65_500, 65_500)),
    refused('a JPEG that says it is larger than it is', 'damaged', sizedAs(good, 3000, 3900)),
    refused('a JPEG broken in the middle', 'damaged', asked),
    refused('the first half of a JPEG', 'truncated', good.subarray(0, good.length / 2)),
    refused('a JPEG without its last twentieth', 'truncated', good.subarray(0, Math.floor(good.length * 0.95))),
    refused('the head of a JPEG', 'truncated', good.subarray(0, good.indexOf(Buffer.from([0xff, 0xda])))),
    refused('eight pixels by eight', 'pixels-few', await portraitJpeg(8, 8)),
    refused('a sliver of one pixel by 65,000', 'proportions-odd', await flatJpeg(1, 65_000)),
    opened('a JPEG of 46 million pixels', 'whole', await flatJpeg(6000, 7712)),
    opened('a progressive JPEG', 'whole', await drawnPortrait().jpeg({ progressive: true }).toBuffer()),
    opened(
      'a JPEG in the colours of printers',
      'colours-cmyk',
      await drawnPortrait().toColourspace('cmyk').jpeg().toBuffer(),
    ),
    opened('a JPEG in grey', 'colours-grey', await drawnPortrait().toColourspace('b-w').jpeg().toBuffer()),
    opened(
      'a JPEG in the colours of a telephone',
      'colours-fine',
      await drawnPortrait().jpeg().withIccProfile('p3').toBuffer(),
    ),
    opened(
      'a JPEG with a ZIP behind it',
      'whole',
      Buffer.concat([good, Buffer.from('PK\x03\x04'), Buffer.alloc(200_000, 7)]),
    ),
    opened('a grey wall without anybody', 'whole', await flatJpeg(827, 1063)),
    ...(await Promise.all(
      [3, 5, 6, 8].map(async (orientation) => {
        const lying = orientation === 3 ? drawnPortrait(1200, 1500) : drawnPortrait(1500, 1200);
        const name = `a JPEG that a camera held otherwise (${orientation})`;
        return opened(name, 'turned', await lying.jpeg().withMetadata({ orientation }).toBuffer());
      }),
    )),
  ];
}

/** The same file with another size in the head of its picture (SOF0 or SOF2). */
export function sizedAs(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = Math.max(changed.indexOf(Buffer.from([0xff, 0xc0])), changed.indexOf(Buffer.from([0xff, 0xc2])));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

/**
 * A whole JPEG of any size, all in one grey. Its Huffman tables are made for it, so that a block of 64 pixels is two bits of
 * nought: no encoder has to go through the pixels, a decoder must.
 */
async function flatJpeg(width: number, height: number): Promise<Buffer> {
  const block = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .jpeg({ optimiseCoding: true })
    .toBuffer();
  const scan = block.indexOf(Buffer.from([0xff, 0xda]));
  const head = block.subarray(0, scan + 2 + block.readUInt16BE(scan + 2));
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = Buffer.alloc(Math.ceil((blocks * 2) / 8));
  // What is left of the last byte is filled with ones.
  if (blocks % 4 !== 0) bits[bits.length - 1] = 0xff >> ((blocks % 4) * 2);
  return sizedAs(Buffer.concat([head, bits, Buffer.from([0xff, 0xd9])]), width, height);
}

/** A whole PNG of so many pixels to each side, in black and white, one bit each. */
function pngBomb(side: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
