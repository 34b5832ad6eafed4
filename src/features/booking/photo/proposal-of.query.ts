import type { Deps } from '#platform/deps.ts';
import { type PhotoDetails, photoDetailsOf } from './photo-details.query.ts';

/** What waits for its person's yes, with all that is kept of it; undefined when nothing does. */
export async function proposalOf(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  { id }: { readonly id: string },
  position: number,
): Promise<PhotoDetails | undefined> {
  const photos = await photoDetailsOf(db, secrets, id);
  return photos.find((photo) => photo.position === position && photo.state === 'proposed');
}
