import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Deps } from '#platform/deps.ts';
import type { Rooms } from '../../turns/rooms.ts';
import { ticketsOf } from '../own-ticket.query.ts';
import type { Chosen } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import { RegistrationNotice } from './registration-notice.view.tsx';
import { RoomNotice } from './room-notice.view.tsx';

/** What a page of a service says of the room before its seats; undefined where none is. */
export type RoomNews = (
  request: FastifyRequest,
  at: PlaceWaitedFor,
  chosen: Chosen,
) => Promise<ComponentChildren | undefined>;

/** Where no room stands before the seats it costs nothing; else one look for whoever is logged in. */
export function roomNews(deps: Deps, rooms: Rooms): RoomNews {
  return async ({ viewer, language }, at, chosen) => {
    const now = deps.clock.now();
    const room = rooms.overOffering(at.offering.id, now);
    if (!room || room.state === 'ended') return undefined;
    const all = viewer ? await ticketsOf(deps, rooms, { accountId: viewer.accountId, now }) : [];
    const here = all.filter(({ standing }) => standing.room.id === room.id && standing.state !== 'ended');
    const own = here.find(({ standing }) => standing.state === 'admitted') ?? here[0];
    if (room.ordering === 'registration-draw') return <RegistrationNotice {...{ language, room, at, own, now }} />;
    return <RoomNotice {...{ language, room, at, chosen, own, now }} />;
  };
}
