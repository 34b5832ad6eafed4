import { type Crop, type Cut, examineCrop } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { busySeconds } from './busy.ts';
import { sourceName } from './keep-photo.ts';
import type { PhotoDetails } from './photo-details.query.ts';

/** Not now: in so many seconds it may be tried again. `isLost`: it was tried, and went wrong. */
export interface NotCut {
  readonly busyFor: number;
  readonly isLost?: true;
}

class SourceGone extends Error {}

/**
 * Cuts a proposal otherwise and looks at it again, or says when that may be tried. `gone`: it was taken back or accepted
 * meanwhile. Its source is opened when its turn has come: many cuts that wait take no memory.
 */
export async function cutAnew(
  deps: Deps,
  { details, crop, accountId }: { details: Pick<PhotoDetails, 'id' | 'checks'>; crop: Crop; accountId: number },
): Promise<Cut | NotCut | 'gone'> {
  const { id, checks } = details;
  const open = async (): Promise<Buffer> => {
    const row = await deps.db.selectFrom('booking_photo').select('source').where('id', '=', id).executeTakeFirst();
    if (!row?.source) throw new SourceGone();
    return deps.secrets.open(row.source, sourceName(id));
  };
  try {
    const cut = await examineCrop({ open, crop, before: checks }, { who: `account ${accountId}` });
    return cut ?? { busyFor: 10, isLost: true };
  } catch (error) {
    return error instanceof SourceGone ? 'gone' : { busyFor: busySeconds(error) };
  }
}
