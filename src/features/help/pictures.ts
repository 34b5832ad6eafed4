import { mostPictureBytes, mostPictures, type PictureKind, pictureKind } from './help.rules.ts';

export interface Picture {
  readonly kind: PictureKind;
  readonly bytes: Buffer;
}

export type PictureFault = 'too-many' | 'too-big' | 'not-a-picture';

/** The pictures among the files that came with a form; empty file fields are what browsers send for none. */
export function readPictures(
  files: readonly { readonly bytes: Buffer; readonly tooLarge: boolean }[],
): { ok: true; pictures: Picture[] } | { ok: false; reason: PictureFault } {
  const given = files.filter(({ bytes }) => bytes.length > 0);
  if (given.length > mostPictures) return { ok: false, reason: 'too-many' };
  if (given.some(({ bytes, tooLarge }) => tooLarge || bytes.length > mostPictureBytes))
    return { ok: false, reason: 'too-big' };
  const pictures: Picture[] = [];
  for (const { bytes } of given) {
    const kind = pictureKind(bytes);
    if (kind === undefined) return { ok: false, reason: 'not-a-picture' };
    pictures.push({ kind, bytes });
  }
  return { ok: true, pictures };
}
