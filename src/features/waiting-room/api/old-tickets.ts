import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { findOfferingById, findOfficeById } from '#features/offices/index.ts';
import { type Pass, readPass } from '../ticket/pass.ts';
import { pastTicket } from '../ticket/past-ticket.query.ts';
import { readTicket } from '../ticket/ticket-name.ts';
import { gates } from '../gate/gates.rules.ts';
import type { Rooms } from '../turns/rooms.ts';
import { queueJson } from './answers.ts';

const nothing = { number: null, estimatedAt: null, opensAt: null, people: null, free: null } as const;
const restful = 300;

/** A ticket that this process has no room for: a pass, a room that was switched on a moment ago elsewhere, or one long over. */
export async function standingOfOld(deps: Deps, rooms: Rooms, signed: string): Promise<string | undefined> {
  const now = deps.clock.now();
  const pass = readPass(deps.secrets, signed);
  if (pass) {
    const offering = await findOfferingById(deps.db, pass.offeringId);
    const office = offering && (await findOfficeById(deps.db, offering.officeId));
    return office && JSON.stringify(passView(signed, pass, { rooms, zone: office.timeZone, now }));
  }
  const name = readTicket(deps.secrets, signed);
  if (!name) return undefined;
  await rooms.refresh();
  const known = rooms.plainly(signed, now.epochMilliseconds);
  if (known) return queueJson(signed, known);
  const past = await pastTicket(deps.db, name);
  if (!past) return undefined;
  const outcome =
    past.state === 'over' || past.state === 'waiting' || past.state === 'admitted' ? undefined : past.state;
  return JSON.stringify({
    ticket: signed,
    state: 'ended',
    outcome: outcome ?? (past.outcome === 'cancelled' ? 'cancelled' : 'sold-out'),
    room: past.code,
    ...nothing,
    number: name.number,
    position: null,
    ahead: null,
    admittedUntil: null,
    pollAfter: restful,
  });
}

/** Nobody waits: admitted at once, for a while, unless people have begun to wait since. */
export function passView(
  signed: string,
  { offeringId, until }: Pass,
  { rooms, zone, now }: { rooms: Rooms; zone: string; now: Temporal.Instant },
): Record<string, unknown> {
  const isGood = until > now.epochMilliseconds && !rooms.allOver(offeringId).some((room) => gates(room, now));
  return {
    ticket: signed,
    state: isGood ? 'admitted' : 'ended',
    outcome: isGood ? null : 'lapsed',
    room: null,
    ...nothing,
    position: isGood ? 0 : null,
    ahead: isGood ? 0 : null,
    admittedUntil: isGood ? withOffset(Temporal.Instant.fromEpochMilliseconds(until), zone) : null,
    pollAfter: isGood ? 15 : restful,
  };
}
