import { type CheckResult, verdictOf, type Verdict } from './check.ts';
import { centredCrop, portraitSize } from './crop.rules.ts';
import { decode, encode, readHeader } from './decode.ts';
import { fileChecks, pixels, proportions, refusalOf, refused } from './file-checks.ts';
import type { Crop } from './picture.ts';
import { photoQueue, type PhotoQueue } from './queue.ts';
import { photoRules } from './rules.ts';
import { whatItIs } from './what-it-is.ts';

/** A portrait cut and encoded anew by us. */
export interface Portrait {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  readonly crop: Crop;
}

/** What a photo is found to be. Without a portrait nothing of it can be kept. */
export interface Examined {
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  readonly rulesVersion: number;
  readonly portrait: Portrait | undefined;
}

/** As sent: cut off where it was larger than is taken. */
export interface SentPhoto {
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
}

/**
 * Looks at a photo and cuts the portrait out of its middle. Decoding is done by the library’s own threads, few at a time:
 * the process goes on answering.
 * @throws 503 when too many photos wait
 */
export async function examinePhoto(
  sent: SentPhoto,
  { today, queue = photoQueue }: { today: Temporal.PlainDate; queue?: PhotoQueue },
): Promise<Examined> {
  if (sent.tooLarge) {
    return nothing([refused('file-size', 'size-large', { most: photoRules.file.mostBytes / 1024 / 1024 })]);
  }
  const kind = whatItIs(sent.bytes);
  if (kind !== 'jpeg') return nothing([refused('file-type', `type-${kind}`)]);
  return queue.run(() => look(sent.bytes, today));
}

async function look(bytes: Buffer, today: Temporal.PlainDate): Promise<Examined> {
  const read = await readHeader(bytes);
  if (!read.ok) return nothing([refused('intact', read.reason)]);
  const { header } = read;
  const refusal = refusalOf(header);
  if (refusal) return nothing([refusal]);
  const crop = centredCrop(header);
  const size = portraitSize(crop);
  const shape = proportions(header);
  if (shape.verdict === 'fail' || size === undefined) return nothing([pixels(crop), shape]);
  const decoded = await decode(bytes, { header, crop, size });
  if (!decoded.ok) return nothing([refused('intact', decoded.reason)]);
  const { picture } = decoded;
  const checks = fileChecks.map((check) => check.look(picture, { rules: photoRules, today }));
  const jpeg = await encode(picture);
  return { ...judged(checks), portrait: { jpeg, ...size, crop } };
}

function nothing(checks: readonly CheckResult[]): Examined {
  return { ...judged(checks), portrait: undefined };
}

function judged(checks: readonly CheckResult[]) {
  return { verdict: verdictOf(checks), checks, rulesVersion: photoRules.version };
}
