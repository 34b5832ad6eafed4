import type { CheckResult } from './check.ts';
import { refusal } from './examine/refusal.ts';
import type { Cut, Examined, Source } from './examined.ts';
import { refusalOf, refused } from './file-checks.ts';
import { frameSize } from './gate/jpeg-header.ts';
import type { Crop } from './picture.ts';
import { photoLine, type PhotoLine } from './process/photo-line.ts';
import { PhotoTaskLost } from './process/photo-process.ts';
import { photoRules } from './rules.ts';
import { whatItIs } from './what-it-is.ts';

/** As sent: cut off where it was larger than is taken. */
export interface SentPhoto {
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
}

/**
 * Looks at a photo, proposes a portrait and judges it. What can be told from its first bytes is told here; all the rest is
 * done by a process of its own.
 * @throws 503 when too many photos wait
 */
export async function examinePhoto(
  { bytes, tooLarge }: SentPhoto,
  { today, line = photoLine }: { today: Temporal.PlainDate; line?: PhotoLine },
): Promise<Examined> {
  if (tooLarge) return refusal(refused('file-size', 'size-large', { most: photoRules.file.mostBytes / 1024 / 1024 }));
  const kind = whatItIs(bytes);
  if (kind !== 'jpeg') return refusal(refused('file-type', `type-${kind}`));
  const size = frameSize(bytes);
  const gigantic = size && refusalOf(size);
  if (gigantic) return refusal(gigantic);
  try {
    return await line.run('upload', { bytes, today: today.toString() });
  } catch (error) {
    if (!(error instanceof PhotoTaskLost)) throw error;
    return refusal(refused('intact', 'too-long'));
  }
}

/**
 * Cuts the portrait otherwise out of its source, and judges it again. `before` is what was found of the photo as sent: the source does not tell it.
 * The cut must be one of `frameInside`.
 * @throws 503 when too many photos wait
 */
export async function examineCrop(
  { source, crop, before }: { source: Source; crop: Crop; before: readonly CheckResult[] },
  { line = photoLine }: { line?: PhotoLine } = {},
): Promise<Cut> {
  return line.run('crop', { bytes: source.jpeg, crop, before });
}
