import { beginsLike } from '#platform/file-kind.ts';

/** What a file is that people may take for a photo. */
export type FileIs =
  | 'jpeg'
  | 'empty'
  | 'zip'
  | 'png'
  | 'pdf'
  | 'webp'
  | 'gif'
  | 'tiff'
  | 'heic'
  | 'svg'
  | 'html'
  | 'other';

const marks: readonly (readonly [FileIs, RegExp])[] = [
  ['zip', /^PK(\x03\x04|\x05\x06)/],
  ['gif', /^GIF8/],
  ['tiff', /^(II\*\0|MM\0\*)/],
  ['heic', /^.{4}ftyp(hei|hev|mif|msf|avi)/s],
  ['svg', /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg/is],
  ['html', /^\s*(<!--.*?-->\s*)?<(!DOCTYPE html|html|head|body|script)/is],
];

/** Tells by the bytes alone: neither its name nor what the browser says of it counts. */
export function whatItIs(bytes: Buffer): FileIs {
  if (bytes.length === 0) return 'empty';
  const known = beginsLike(bytes);
  if (known !== undefined) return kinds[known];
  const head = bytes.toString('latin1', 0, 1024);
  return marks.find(([, mark]) => mark.test(head))?.[0] ?? 'other';
}

const kinds = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const;
