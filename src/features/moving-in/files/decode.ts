import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** How much of a file is looked at to tell what it is. */
const sample = 64 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding of a text file; undefined when it is none: a spreadsheet's own format, a picture. */
export async function encodingOf(path: string): Promise<Encoding | undefined> {
  const head = await headOf(path);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return undefined;
  const zeros = [0, 1].map((offset) => head.filter((byte, index) => index % 2 === offset && byte === 0).length);
  const most = head.length / 5;
  // Latin letters leave every second byte empty.
  if ((zeros[1] ?? 0) > most && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > most && zeros[1] === 0) return 'utf-16be';
  if (head.includes(0)) return undefined;
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252';
}

/** The text of a file in pieces, without the marks of byte order that editors and joined files leave in it. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of createReadStream(path, { highWaterMark: sample })) {
    yield decoder.decode(chunk as Buffer, { stream: true }).replaceAll('\uFEFF', '');
  }
  yield decoder.decode().replaceAll('\uFEFF', '');
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sample), 0, sample, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
