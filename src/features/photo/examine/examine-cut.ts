import type { CheckResult } from '../check.ts';
import { decode, readHeader } from '../decode.ts';
import type { Engine } from '../engine/load-engine.ts';
import type { Cut } from '../examined.ts';
import { pixels } from '../file-checks.ts';
import type { Crop } from '../picture.ts';
import { cutPortrait } from './cut-portrait.ts';
import { judged } from './refusal.ts';

/** Cuts the same source otherwise, and looks at the new portrait. What was found of the file itself stays. */
export async function examineCut(
  engine: Engine,
  { bytes, crop, before }: { bytes: Buffer; crop: Crop; before: readonly CheckResult[] },
): Promise<Cut> {
  const read = await readHeader(bytes);
  if (!read.ok) throw new Error('A source of ours cannot be read');
  const { width, height } = read.header;
  const whole = { left: 0, top: 0, width, height };
  const decoded = await decode(bytes, { header: read.header, crop: whole, size: { width, height } });
  if (!decoded.ok) throw new Error('A source of ours cannot be decoded');
  const inPhoto = before.find(({ id }) => id === 'single-face')?.measured['inPhoto'];
  const faces = typeof inPhoto === 'number' ? inPhoto : undefined;
  const cut = await cutPortrait(engine, { picture: decoded.picture, crop, faces });
  if (cut === undefined) throw new Error('A cut smaller than a portrait was asked for');
  const found = [pixels(crop), ...cut.checks].filter(({ id }) => id !== 'compression');
  const checks = before.map((old) => found.find(({ id }) => id === old.id) ?? old);
  return { ...judged(checks), portrait: cut.portrait };
}
