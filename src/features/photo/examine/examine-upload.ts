import { portraitSize } from '../crop.rules.ts';
import { frameInside } from '../crop/frame.rules.ts';
import { proposeCrop } from '../crop/propose-crop.ts';
import { decode, encodeSource, readHeader } from '../decode.ts';
import type { Engine } from '../engine/load-engine.ts';
import type { Examined } from '../examined.ts';
import { fileChecks, pixels, proportions, refusalOf, refused } from '../file-checks.ts';
import { savedQuality } from '../gate/jpeg-header.ts';
import { countFaces } from '../measures/measure.ts';
import type { Crop, Picture } from '../picture.ts';
import { photoRules } from '../rules.ts';
import { cutPortrait } from './cut-portrait.ts';
import { judged, refusal } from './refusal.ts';
import { moved, partAround, type SourcePart, wholePart } from './source-part.rules.ts';

/** Looks at a photo as sent, proposes where a portrait is cut from it, and looks at that portrait. */
export async function examineUpload(
  engine: Engine,
  { bytes, today }: { bytes: Buffer; today: Temporal.PlainDate },
): Promise<Examined> {
  const read = await readHeader(bytes);
  if (!read.ok) return refusal(refused('intact', read.reason));
  const { header } = read;
  const tooLarge = refusalOf(header);
  if (tooLarge) return refusal(tooLarge);
  const shape = proportions(header);
  const most = frameInside({ left: 0, top: 0, height: Infinity }, header);
  if (shape.verdict === 'fail' || portraitSize(most) === undefined) return refusal(pixels(most), shape);

  const decoding = ({ part, size }: SourcePart) => decode(bytes, { header, crop: part, size });
  const whole = wholePart(header);
  const first = await decoding(whole);
  if (!first.ok) return refusal(refused('intact', first.reason));
  const seen = await engine.see(first.picture);
  const proposed = proposeCrop(seen, {
    ...whole.size,
    scale: header.width / whole.size.width,
  });
  const inPhoto = moved(proposed.crop, { from: { left: 0, top: 0, ...whole.size }, to: whole.part });
  // A head so small that its portrait would lack pixels gets a wider cut: the checks say that it must come nearer.
  const crop = frameInside(inPhoto, header);
  const source = partAround(crop, header);
  const second = source === whole || isSame(source, whole) ? first : await decoding(source);
  if (!second.ok) return refusal(refused('intact', second.reason));
  return keep(engine, {
    picture: second.picture,
    crop: frameInside(moved(crop, { from: source.part, to: { left: 0, top: 0, ...source.size } }), source.size),
    quality: savedQuality(bytes),
    faces: countFaces(seen.faces, photoRules.leastNeighbourShare),
    today,
    fault: proposed.fault,
  });
}

/** A photo decoded, with where its portrait is. */
interface Found {
  readonly picture: Picture;
  readonly crop: Crop;
  readonly quality: number | undefined;
  readonly faces: number;
  readonly today: Temporal.PlainDate;
  readonly fault: Examined['fault'];
}

async function keep(engine: Engine, { picture, crop, quality, faces, today, fault }: Found): Promise<Examined> {
  const cut = await cutPortrait(engine, { picture, crop, quality, faces });
  if (cut === undefined) return refusal(pixels(crop));
  const ofFile = fileChecks.map((check) => check.look({ ...picture, crop }, { rules: photoRules, today }));
  const { width, height } = picture;
  return {
    ...judged([...ofFile, ...cut.checks]),
    portrait: cut.portrait,
    source: { jpeg: await encodeSource(picture), width, height },
    fault,
  };
}

function isSame(one: SourcePart, other: SourcePart): boolean {
  return (
    one.size.width === other.size.width && one.part.width === other.part.width && one.part.height === other.part.height
  );
}
