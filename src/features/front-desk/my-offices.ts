import { isEverywhere, mayDo, officesServedBy, type Viewer } from '#features/identity/index.ts';
import { findOffices, type Office } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { deskPath } from './at-office.ts';

/** An office somebody works at, and where their work there begins. */
export interface DeskLink {
  readonly office: Office;
  readonly href: string;
}

/** The offices somebody works at, by name, a site after the office it stands under; none for those who work everywhere. */
export async function myOffices(db: Db, viewer: Viewer): Promise<DeskLink[]> {
  if (isEverywhere(viewer)) return [];
  const offices = await findOffices(db, officesServedBy(viewer));
  const rank = (office: Office): string => {
    const parent = offices.find(({ id }) => id === office.parentId);
    return parent ? `${parent.name.it}\u0000${office.name.it}` : office.name.it;
  };
  return deskLinks(
    viewer,
    [...offices].sort((a, b) => rank(a).localeCompare(rank(b), 'it')),
  );
}

/** Where work begins at each office: the agenda, or the booking form for those who only book. */
export function deskLinks(viewer: Viewer, offices: readonly Office[]): DeskLink[] {
  return offices.flatMap((office) => {
    if (mayDo(viewer, office.id, 'see-agenda')) return [{ office, href: deskPath(office, 'agenda') }];
    if (mayDo(viewer, office.id, 'book-for-citizen')) return [{ office, href: deskPath(office, 'bookings/new') }];
    return [];
  });
}
