import { z } from 'zod';

/** Where a list of offices goes on: distance, closeness, waiting, size, name and id of the last one shown. */
const place = z.tuple([
  z.number(),
  z.int32(),
  z.int32(),
  z.int32(),
  z
    .string()
    .max(300)
    .regex(/^\P{Cc}*$/u),
  z.int32(),
]);

export type OfficePlace = z.infer<typeof place>;

export function writeOfficeCursor(at: OfficePlace): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** Undefined when it is not one of ours. */
export function readOfficeCursor(text: string): OfficePlace | undefined {
  try {
    return place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
