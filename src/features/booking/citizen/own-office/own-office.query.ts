import { officeChangesOf, officeOfAccount } from '#features/identity/index.ts';
import { findOffices, findOfferingById, listOfferings, type Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { LocalText } from '#platform/language.ts';
import { type Booking, bookingsOfAccount } from '../../booking.query.ts';

/** The office somebody belongs to, since when, and those before. */
export interface OwnOffice {
  readonly office: Office | undefined;
  readonly since: Temporal.Instant | null;
  readonly history: readonly { readonly name: LocalText | undefined; readonly at: Temporal.Instant }[];
}

export async function ownOffice(deps: Deps, accountId: number): Promise<OwnOffice> {
  const [known, changes] = await Promise.all([
    officeOfAccount(deps.db, accountId),
    officeChangesOf(deps.db, accountId),
  ]);
  const ids = [known?.officeId, ...changes.map(({ toOfficeId }) => toOfficeId)].filter((id) => typeof id === 'number');
  const offices = new Map((await findOffices(deps.db, [...new Set(ids)])).map((office) => [office.id, office]));
  const named = (id: number | null | undefined) => (typeof id === 'number' ? offices.get(id) : undefined);
  return {
    office: named(known?.officeId),
    since: known?.since ?? null,
    history: changes.map((change) => ({ name: named(change.toOfficeId)?.name, at: change.changedAt })),
  };
}

/** What a change of office does to somebody: their appointments elsewhere, and what they may book at the new one. */
export interface ChangeReview {
  readonly to: Office;
  readonly bookings: readonly { readonly booking: Booking; readonly servedOnly: boolean; readonly again: boolean }[];
  readonly services: readonly {
    readonly code: string;
    readonly name: LocalText;
    readonly servedOnly: boolean;
    readonly identifiedOnly: boolean;
  }[];
}

export async function reviewChange(
  deps: Deps,
  { accountId, to, now }: { accountId: number; to: Office; now: Temporal.Instant },
): Promise<ChangeReview> {
  const [all, offerings] = await Promise.all([
    bookingsOfAccount(deps.db, deps.secrets, { accountId, now }),
    listOfferings(deps.db, to.id),
  ]);
  const open = offerings.filter(({ bookable }) => bookable);
  const live = all.filter((booking) => booking.live && Temporal.Instant.compare(booking.endsAt, now) > 0);
  const elsewhere = live.filter((booking) => booking.officeId !== to.id);
  return {
    to,
    bookings: await Array.fromAsync(elsewhere, async (booking) => ({
      booking,
      servedOnly: (await findOfferingById(deps.db, booking.offeringId))?.servedOnly ?? false,
      again: open.some(({ serviceCode }) => serviceCode === booking.serviceCode),
    })),
    services: open.map(({ serviceCode, serviceName, servedOnly, loginLevel }) => ({
      code: serviceCode,
      name: serviceName,
      servedOnly,
      identifiedOnly: loginLevel === 'identified',
    })),
  };
}
