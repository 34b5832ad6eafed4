import { beginsLike } from '#platform/file-kind.ts';
import { withoutToken } from '#ui/frame/site-paths.ts';

export const longestText = 4000;
export const mostPictures = 5;
export const mostPictureBytes = 5 * 1024 * 1024;
export const pictureKinds = ['image/jpeg', 'image/png', 'image/webp'] as const;

export type PictureKind = (typeof pictureKinds)[number];

/** What the bytes are, whatever the file is called; undefined for anything but a picture that browsers show. */
export function pictureKind(bytes: Buffer): PictureKind | undefined {
  const begins = beginsLike(bytes);
  return pictureKinds.find((kind) => kind === begins);
}

/**
 * The path of the page somebody writes from, as an office may see it: without query, since people's searches may stand in
 * it, and without the token of a signed link. Undefined when it is no path of ours.
 */
export function pageWrittenFrom(path: string): string | undefined {
  const [clean = ''] = path.split(/[?#]/, 1);
  if (!/^\/(?!\/)[\w./-]*$/.test(clean) || clean.length > 200) return undefined;
  return withoutToken(clean);
}

/** The office a page belongs to, by its address. */
export function officeOfPage(path: string | undefined): string | undefined {
  return /^\/offices?\/([a-z0-9-]+)/.exec(path ?? '')?.[1];
}

/** The office whose own pages somebody writes from. */
export function deskOfPage(path: string | undefined): string | undefined {
  return /^\/office\/([a-z0-9-]+)/.exec(path ?? '')?.[1];
}

export const requestPath = (token: string): string => `/help/requests/${token}`;
export const inboxPath = (officeCode: string | null): string =>
  officeCode === null ? '/network/help' : `/office/${officeCode}/help`;
