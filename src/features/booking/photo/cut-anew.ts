import { type Crop, type Cut, examineCrop } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { busySeconds } from './busy.ts';
import { sourceName } from './keep-photo.ts';
import type { PhotoDetails } from './photo-details.query.ts';

/** Cuts a proposal otherwise and looks at it again; or says in how many seconds that may be tried. `gone`: it was taken back or accepted meanwhile. */
export async function cutAnew(
  deps: Deps,
  { details, crop }: { details: PhotoDetails & { source: NonNullable<PhotoDetails['source']> }; crop: Crop },
): Promise<Cut | { busyFor: number } | 'gone'> {
  const { id, checks, source } = details;
  const row = await deps.db.selectFrom('booking_photo').select('source').where('id', '=', id).executeTakeFirst();
  if (!row?.source) return 'gone';
  const jpeg = deps.secrets.open(row.source, sourceName(id));
  try {
    return await examineCrop({ source: { jpeg, width: source.width, height: source.height }, crop, before: checks });
  } catch (error) {
    return { busyFor: busySeconds(error) };
  }
}
