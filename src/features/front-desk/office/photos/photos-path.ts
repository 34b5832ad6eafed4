import { type PhotoView, photoViews } from '#features/booking/index.ts';
import type { Office } from '#features/offices/index.ts';
import { queryText } from '#platform/http/query.ts';
import { deskPath } from '../../at-office.ts';

/** One person’s photo in an address: `KXYZ1234-0`. */
export interface PhotoPlace {
  readonly code: string;
  readonly position: number;
}

/** What an address says of the photos to look at; anything else counts as not said. */
export interface PhotosLook {
  readonly view: PhotoView;
  readonly at: PhotoPlace | undefined;
}

export function readPhotosLook(query: unknown): PhotosLook {
  const view = photoViews.find((one) => one === queryText(query, 'view')) ?? 'sent';
  return { view, at: readPlace(queryText(query, 'at')) };
}

export function readPlace(text: string): PhotoPlace | undefined {
  const [, code, position] = /^(\w{1,20})-(\d{1,2})$/.exec(text) ?? [];
  return code === undefined ? undefined : { code, position: Number(position) };
}

export function placeWords({ code, position }: PhotoPlace): string {
  return `${code}-${position}`;
}

export function photosPath(
  office: Pick<Office, 'code'>,
  look: { view?: PhotoView; at?: PhotoPlace | undefined; done?: string; lost?: string; undone?: boolean },
): string {
  const query = new URLSearchParams();
  if (look.view && look.view !== 'sent') query.set('view', look.view);
  if (look.at) query.set('at', placeWords(look.at));
  if (look.done) query.set('done', look.done);
  if (look.lost) query.set('lost', look.lost);
  if (look.undone) query.set('undone', 'yes');
  const text = query.toString();
  return `${deskPath(office, 'photos')}${text === '' ? '' : `?${text}`}`;
}
