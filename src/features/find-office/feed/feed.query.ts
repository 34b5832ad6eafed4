import { type Offering, type Office, type Service } from '#features/offices/index.ts';
import { freeDays, offeringReleases, type OrderTold, type ReleaseOrders } from '#features/planner/index.ts';
import type { RoomNow } from '#features/waiting-room/index.ts';
import type { Db } from '#platform/database.ts';
import { withOffset } from '#platform/dates.ts';
import type { LocalText } from '#platform/language.ts';
import { servicePath } from '../addresses.ts';

/** What of rooms and draws a feed tells. */
export interface FeedHooks {
  readonly orders: Pick<ReleaseOrders, 'told'>;
  readonly roomOver: (offeringId: number, now: Temporal.Instant) => RoomNow | undefined;
}

export interface FeedRelease {
  readonly id: string;
  readonly opensAt: string;
  readonly opensBy: string | null;
  readonly date: string;
  readonly lastDate: string;
  readonly seats: number;
  readonly order: 'first-come' | 'draw' | 'registration-draw';
  /** of a draw: people join between these */
  readonly joinsAt: string | null;
  readonly closesAt: string | null;
}

/** What is free for a service at an office, and when more opens; nothing of it is anybody's own. */
export interface Feed {
  readonly office: string;
  readonly service: string;
  readonly name: LocalText;
  readonly city: LocalText;
  readonly timeZone: string;
  readonly page: string;
  readonly bookable: boolean;
  readonly inviteOnly: boolean;
  readonly free: number;
  readonly days: readonly { readonly date: string; readonly free: number }[];
  readonly nextRelease: string | null;
  readonly nextReleaseBy: string | null;
  readonly releases: readonly FeedRelease[];
  readonly room: {
    readonly page: string;
    readonly state: RoomNow['state'];
    readonly order: RoomNow['ordering'];
    readonly joinsAt: string;
    readonly closesAt: string;
    readonly opensAt: string;
    /** people with a ticket; null while there are fewer than five */
    readonly people: number | null;
  } | null;
}

const fewest = 5;

export async function makeFeed(
  db: Db,
  { orders, roomOver }: FeedHooks,
  request: { office: Office; service: Service; offering: Offering | undefined; site: string; now: Temporal.Instant },
): Promise<Feed> {
  const { office, service, offering, site, now } = request;
  const place = { office: office.code, service: service.code, name: service.name, city: office.city };
  const page = site + servicePath(office.code, service.code);
  const of = { ...place, timeZone: office.timeZone, page };
  const none = { free: 0, days: [], nextRelease: null, nextReleaseBy: null, releases: [], room: null };
  // What is free by invitation is told to the invited alone.
  if (!offering?.bookable) return { ...of, bookable: false, inviteOnly: false, ...none };
  if (offering.inviteOnly) return { ...of, bookable: true, inviteOnly: true, ...none };
  const offeringId = offering.id;
  const [{ days, nextRelease, nextReleaseBy }, releases] = await Promise.all([
    freeDays(db, { offeringId, now }),
    offeringReleases(db, { offeringId, now }),
  ]);
  const coming = releases.filter(({ opensAt }) => Temporal.Instant.compare(opensAt, now) > 0);
  const codes = coming.map(({ id }) => id);
  const told: ReadonlyMap<string, OrderTold> =
    codes.length === 0 ? new Map<string, OrderTold>() : await orders.told(db, codes);
  const at = (instant: Temporal.Instant) => withOffset(instant, office.timeZone);
  const atOrNull = (instant: Temporal.Instant | null | undefined) => (instant ? at(instant) : null);
  const room = roomOver(offeringId, now);
  return {
    ...of,
    bookable: true,
    inviteOnly: false,
    free: days.reduce((sum, { free }) => sum + free, 0),
    days: days.map(({ date, free }) => ({ date: date.toString(), free })),
    nextRelease: atOrNull(nextRelease),
    nextReleaseBy: atOrNull(nextReleaseBy),
    releases: coming.map(({ id, opensAt, opensBy, day, lastDay, seats }) => {
      const order = told.get(id);
      return {
        id,
        opensAt: at(opensAt),
        opensBy: atOrNull(opensBy),
        date: day.toString(),
        lastDate: lastDay.toString(),
        seats,
        order: order?.order ?? 'first-come',
        joinsAt: atOrNull(order?.joinsAt),
        closesAt: atOrNull(order?.closesAt),
      };
    }),
    room: room
      ? {
          page: `${site}/waiting-room/${office.code}/${service.code}`,
          state: room.state,
          order: room.ordering,
          joinsAt: at(room.joinsAt),
          closesAt: at(room.closesAt),
          opensAt: at(room.opensAt),
          people: room.people < fewest ? null : room.people,
        }
      : null,
  };
}
