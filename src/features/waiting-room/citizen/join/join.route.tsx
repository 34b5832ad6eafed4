import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountProfile, type AccountProfile, provedAbroad, requireVerified } from '#features/identity/index.ts';
import { officeAt, offeringAt } from '#features/offices/index.ts';
import { dayIn, readIsoDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { z } from 'zod';
import { deviceOf } from '../../ticket/device.rules.ts';
import { takeTicket } from '../../ticket/take-ticket.ts';
import type { RoomNow, Rooms } from '../../turns/rooms.ts';
import { rememberTicket } from '../elsewhere/queue-notice.ts';
import { ticketsOf } from '../own-ticket.query.ts';
import { type Chosen, registrationPath, ticketPath } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import type { WhoMayBook } from '../who-may-book.ts';
import { changedBy, firstValues, readTicketPeople } from './join.form.ts';
import type { NotJoined } from './join-page.ts';
import { JoinView, NoRoomView } from './join.view.tsx';

interface JoinParams {
  Params: { office: string; service: string };
}

interface Sent {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

const address = '/waiting-room/:office/:service';
const anything = z.record(z.string(), z.unknown());

/** /waiting-room/:office/:service: what the room is, and who is to be served; on to the place for whoever has one. */
export function addJoinPage(
  app: FastifyInstance,
  deps: Deps,
  { rooms, whoMayBook }: { rooms: Rooms; whoMayBook: WhoMayBook },
): void {
  app.get<JoinParams>(address, prepared, async (request, reply) => {
    const at = await placeAt(request);
    const now = deps.clock.now();
    const room = roomOver(at, now);
    if (!room) return page(reply, <NoRoomView context={reply.pageContext()} at={at} isOver={false} />);
    if (room.ordering === 'registration-draw') return goTo(reply, registrationPath(room));
    const { viewer } = request;
    if (!viewer?.emailVerified) return show(request, reply, { at, room });
    if (queryText(request.query, 'more') === '') {
      const own = await ticketsOf(deps, rooms, { accountId: viewer.accountId, now });
      const live = own.find(({ standing }) => standing.room.id === room.id && standing.state !== 'ended');
      if (live) {
        rememberTicket(deps, reply, live.ticket);
        return goTo(reply, ticketPath(live.ticket, chosenOf(request)));
      }
    }
    const party = Number(queryText(request.query, 'party')) || 1;
    const values = firstValues(await profileOf(viewer.accountId), at.offering, Math.min(party, at.offering.partyMax));
    return show(request, reply, { at, room, sent: { values, errors: [] } });
  });

  app.post<JoinParams>(address, async (request, reply) => {
    const at = await placeAt(request);
    const now = deps.clock.now();
    const room = roomOver(at, now);
    if (!room) return page(reply.code(409), <NoRoomView context={reply.pageContext()} at={at} isOver />);
    if (room.ordering === 'registration-draw') return goTo(reply, registrationPath(room));
    const { accountId } = requireVerified(request);
    const { language } = request;
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), { at, room, sent: form });
    const { values } = form;
    const go = formValue(values, 'go');
    if (go !== '') {
      const changed = changedBy(go, values, at.offering, await profileOf(accountId));
      return show(request, reply, { at, room, sent: { values: changed, errors: [] } });
    }
    const today = dayIn(now, at.office.timeZone);
    const read = readTicketPeople(values, { offering: at.offering, today, language });
    if (!read.ok) return show(request, reply.code(422), { at, room, sent: { values, errors: read.errors } });
    const { refused } = await whoMayBook(request, at.offering);
    if (refused) return show(request, reply.code(403), { at, room, sent: { values, errors: [] } });
    const outcome = await takeTicket(deps, rooms, {
      room,
      offeringId: at.offering.id,
      accountId,
      people: read.people,
      channel: 'web',
      language,
      device: deviceOf(request.headers['user-agent']),
      now,
    });
    const date = readIsoDay(formValue(values, 'date'))?.toString();
    if (outcome.ok) {
      rememberTicket(deps, reply, outcome.ticket);
      return goTo(reply, ticketPath(outcome.ticket, { date }));
    }
    return show(request, reply.code(409), { at, room, sent: { values, errors: [] }, notJoined: outcome.reason });
  });

  async function show(
    request: FastifyRequest<JoinParams>,
    reply: FastifyReply,
    page_: { at: PlaceWaitedFor; room: RoomNow; sent?: Sent; notJoined?: NotJoined },
  ): Promise<FastifyReply> {
    const { at, room, sent, notJoined } = page_;
    const { language, viewer } = request;
    const { news, refused: mayNotBook } = await whoMayBook(request, at.offering);
    const reader = viewer === null ? 'nobody' : viewer.emailVerified ? 'ready' : 'unproved';
    const form = { language, values: sent?.values ?? {}, errors: sent?.errors ?? [] };
    const chosen = chosenOf(request, sent?.values);
    const props = { context: reply.pageContext(), at, room, now: deps.clock.now(), reader, form, chosen } as const;
    return page(reply, <JoinView {...props} {...{ news, mayNotBook }} refused={notJoined} />);
  }

  async function placeAt(request: FastifyRequest<JoinParams>): Promise<PlaceWaitedFor> {
    const office = await officeAt(deps.db, request.params.office);
    const offering = office && (await offeringAt(deps.db, office.id, request.params.service));
    if (!office || !offering) throw notFound();
    const { viewer } = request;
    const abroad = viewer === null ? null : await provedAbroad(deps.db, viewer.accountId);
    return { office, offering: { ...offering, abroad } };
  }

  function roomOver({ offering }: PlaceWaitedFor, now: Temporal.Instant): RoomNow | undefined {
    const room = rooms.overOffering(offering.id, now);
    return room?.state === 'ended' ? undefined : room;
  }

  async function profileOf(accountId: number): Promise<AccountProfile> {
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (!profile) throw notFound();
    return profile;
  }
}

function chosenOf({ query }: FastifyRequest, values: FormValues = {}): Chosen {
  const date = readIsoDay(queryText(query, 'date') || formValue(values, 'date'))?.toString();
  const party = Number(queryText(query, 'party'));
  return { date, party: Number.isInteger(party) && party > 1 && party <= 20 ? party : undefined };
}
