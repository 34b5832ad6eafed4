import type { CheckResult } from './check.ts';
import { refusal } from './examine/refusal.ts';
import type { Cut, Examined } from './examined.ts';
import { refusalOf, refused } from './file-checks.ts';
import { frameSize } from './gate/jpeg-header.ts';
import type { Crop } from './picture.ts';
import type { PhotoLine } from './process/photo-line.ts';
import { PhotoTaskLost } from './process/photo-process.ts';
import { photoLine } from './process/this-line.ts';
import { photoRules } from './rules.ts';
import { whatItIs } from './what-it-is.ts';

/** As sent: cut off where it was larger than is taken. */
export interface SentPhoto {
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
}

/** Who asks, where that is known: nobody may have more than a few places in the line. */
interface Asked {
  readonly who?: string;
  readonly line?: PhotoLine;
}

/**
 * Looks at a photo, proposes a portrait and judges it. What can be told from its first bytes is told here; all the rest is
 * done by a process of its own, whose line has the photo, or refuses it, before this first waits.
 * @throws 503 when too many photos wait, or none can be looked at
 */
export async function examinePhoto(
  { bytes, tooLarge }: SentPhoto,
  { today, who, line = photoLine }: Asked & { today: Temporal.PlainDate },
): Promise<Examined> {
  if (tooLarge) return refusal(refused('file-size', 'size-large', { most: photoRules.file.mostBytes / 1024 / 1024 }));
  const kind = whatItIs(bytes);
  if (kind !== 'jpeg') return refusal(refused('file-type', `type-${kind}`));
  const size = frameSize(bytes);
  const gigantic = size && refusalOf(size);
  if (gigantic) return refusal(gigantic);
  try {
    const task = () => ({ bytes, today: today.toString() });
    return await line.run('upload', { who, bytes: bytes.length, task });
  } catch (error) {
    if (!(error instanceof PhotoTaskLost)) throw error;
    return refusal(refused('intact', 'too-long'));
  }
}

/**
 * Cuts the portrait otherwise out of its source, and judges it again; undefined when that went wrong. The source is opened when
 * its turn has come. `before` is what was found of the photo as sent: the source does not tell it.
 * The cut must be one of `frameInside`.
 * @throws 503 when too many photos wait, or none can be looked at; what opening the source throws
 */
export async function examineCrop(
  { open, crop, before }: { open: () => Promise<Buffer>; crop: Crop; before: readonly CheckResult[] },
  { who, line = photoLine }: Asked = {},
): Promise<Cut | undefined> {
  try {
    return await line.run('crop', { who, bytes: 0, task: async () => ({ bytes: await open(), crop, before }) });
  } catch (error) {
    if (error instanceof PhotoTaskLost) return undefined;
    throw error;
  }
}
