import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { findOfferingById, type Offering } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { partyOf, readTicketPeople } from '../../citizen/join/join.form.ts';
import { type JoinRefusal, takeTicket } from '../../ticket/take-ticket.ts';
import type { Rooms } from '../../turns/rooms.ts';
import { ticketReceipt } from '../ticket-receipt.ts';
import { deskPaths } from '../desk-paths.ts';
import { type AtDraw, openDraw } from './at-draw.ts';
import { enteredTicket } from './entered-ticket.query.ts';
import { EnteredTicketView } from './entered-ticket.view.tsx';
import { EnterPersonView, entryChannels } from './enter-person.view.tsx';

const anything = z.record(z.string(), z.unknown());
const address = '/office/:office/releases/:release/draw';

/** Entering people who call or come, into the same draw; and their ticket. */
export function addDrawEntries(app: FastifyInstance, deps: Deps, rooms: Rooms): void {
  app.get(`${address}/enter`, async (request, reply) => {
    const at = await openEntry(request);
    return show(request, reply, at, { values: { channel: 'desk', party: '1' }, errors: [] });
  });

  app.post(`${address}/enter`, async (request, reply) => {
    const at = await openEntry(request);
    const { office, viewer, facts, now } = at;
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), at, form);
    const { values } = form;
    const { offering } = await chosen(at, values);
    const go = formValue(values, 'go');
    if (go !== '') {
      const party = partyOf(values, offering) + (go === 'add' ? 1 : -1);
      return show(request, reply, at, { values: { ...values, party: String(Math.max(1, party)) }, errors: [] });
    }
    const asked = { offering, today: dayIn(now, office.timeZone), language: request.language };
    const read = readTicketPeople(values, asked);
    if (!read.ok) return show(request, reply.code(422), at, { values, errors: read.errors });
    const channel = entryChannels.find((one) => one === formValue(values, 'channel')) ?? 'desk';
    const proved = formValue(values, 'identified') === 'yes' && channel !== 'phone';
    const outcome = await takeTicket(deps, rooms, {
      room: { id: facts.roomId, code: facts.code },
      offeringId: offering.id,
      accountId: null,
      entered: { by: viewer.accountId, proved },
      people: read.people,
      channel,
      language: request.language,
      device: 'none',
      now,
    });
    if (!outcome.ok) return show(request, reply.code(409), at, { values, errors: [] }, outcome.reason);
    const { number } = outcome.name;
    const entry = {
      at: now,
      accountId: viewer.accountId,
      officeId: office.id,
      action: 'enter-draw',
      subject: `draw:${facts.code}`,
      detail: { number, channel, proved },
    };
    await deps.db.transaction().execute((tx) => audit(tx, entry));
    return goTo(reply, deskPaths.ticket(office.code, facts.code, number));
  });

  app.get(`${address}/tickets/:number`, async (request, reply) => {
    const at = await openDraw(deps, request, 'book-for-citizen');
    const name = { roomId: at.facts.roomId, number: numberInPath(request, 'number') };
    const [ticket, receipt] = await Promise.all([enteredTicket(deps, name), ticketReceipt(deps, name)]);
    if (!ticket || !receipt) throw notFound();
    const { publicUrl } = deps.config;
    return page(reply, <EnteredTicketView context={reply.pageContext()} {...{ at, ticket, receipt, publicUrl }} />);
  });

  /** Where seats are assigned people say what suits them too: that is asked on a page of its own. */
  async function openEntry(request: FastifyRequest): Promise<AtDraw> {
    const at = await openDraw(deps, request, 'book-for-citizen');
    if (at.facts.ordering === 'registration-draw') throw notFound();
    return at;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtDraw,
    sent: { values: FormValues; errors: readonly FieldError[] },
    refused?: JoinRefusal,
  ): Promise<FastifyReply> {
    const { offering, offerings } = await chosen(at, sent.values);
    const form = { language: request.language, ...sent };
    const context = reply.pageContext();
    return page(reply, <EnterPersonView {...{ context, at, offering, offerings, form, refused }} />);
  }

  /** The services of the draw, and the one chosen. */
  async function chosen(
    { facts }: AtDraw,
    values: FormValues,
  ): Promise<{ offerings: readonly Offering[]; offering: Offering }> {
    if (rooms.byCode(facts.code) === undefined) await rooms.refresh();
    const ids = rooms.byCode(facts.code)?.offeringIds ?? [];
    const all = await Promise.all(ids.map((id) => findOfferingById(deps.db, id)));
    const offerings = all.flatMap((one) => (one?.bookable ? [one] : []));
    const offering = offerings.find(({ serviceCode }) => serviceCode === formValue(values, 'service')) ?? offerings[0];
    if (offering === undefined) throw notFound();
    return { offerings, offering };
  }
}
