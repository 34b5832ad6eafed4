import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readResidence, residenceField, type SeatEngine } from '#features/booking/index.ts';
import { listOfferings, type Offering, offeringAt, questionsOf, readPartySize } from '#features/offices/index.ts';
import { firstFree } from '#features/planner/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { bookAtDesk } from '../../book-at-desk.ts';
import { bookingPath, type AtOffice, type OfficeParams, openDesk } from '../../at-office.ts';
import { usualChannel } from '../../desk-channel.ts';
import { holdAtDesk, letGo } from '../../hold-at-desk.ts';
import { readDay } from '../../rules.ts';
import { ChooseServiceView } from './choose-service.view.tsx';
import { askerOf, type DeskAnswers, freshValues, readDeskForm } from './desk-form.ts';
import { deskTimes } from './desk-times.query.ts';
import { NewBookingView } from './new-booking.view.tsx';
import { bookRefused, holdRefused } from '../refused.ts';

type NewBookingRequest = FastifyRequest<OfficeParams & { Querystring: Record<string, unknown> }>;

const anything = z.record(z.string(), z.unknown());

/** `/office/:office/bookings/new`: one page with everything, for whoever is at the desk or on the telephone. */
export function addNewBookingPages(app: FastifyInstance, deps: Deps, engine: SeatEngine): void {
  app.get('/office/:office/bookings/new', async (request: NewBookingRequest, reply) => {
    const at = await openDesk(deps, request, 'book-for-citizen');
    const wish = queryValues(request.query);
    if (formValue(wish, 'service') === '') return chooseService(reply, at);
    const offering = await offeringOf(at, formValue(wish, 'service'));
    const values = { ...freshValues('it', usualChannel(at)), ...wish };
    return show(reply, at, offering, { values });
  });

  app.post('/office/:office/bookings/new', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'book-for-citizen');
    const form = readForm(request, anything);
    const { values } = form;
    const offering = await offeringOf(at, formValue(values, 'service'));
    if (!form.ok) return show(reply.code(form.status), at, offering, { values, errors: form.errors });
    // Another day or number of people was asked for: the same page with its times, and all that was typed.
    const pick = formValue(values, 'pick');
    if (pick !== '') return show(reply, at, offering, { values: { ...values, date: pick, slot: '' } });
    if (formValue(values, 'show') !== '') return show(reply, at, offering, { values: { ...values, slot: '' } });
    const { language } = request;
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    const questions = await questionsOf(deps.db, offering.id);
    const read = readDeskForm(values, { at, offering, questions, party: partyOf(values, offering), today, language });
    const typed = formValue(values, residenceField);
    const where = await readResidence(deps.db, typed, { offering, office: at.office, optional: true, language });
    if (!read.ok || !where.ok) {
      const errors = [...(read.ok ? [] : read.errors), ...(where.ok ? [] : where.errors)];
      return show(reply.code(422), at, offering, { values, errors });
    }
    const answers = { ...read.answers, residence: where.residence };
    return bookNow(request, reply, { at, offering, values, answers });
  });

  async function bookNow(
    request: FastifyRequest<OfficeParams>,
    reply: FastifyReply,
    wish: { at: AtOffice; offering: Offering; values: FormValues; answers: DeskAnswers & { residence: string | null } },
  ): Promise<FastifyReply> {
    const { at, offering, values, answers } = wish;
    const { office, viewer } = at;
    const { slot, ...asked } = answers;
    const now = deps.clock.now();
    const party = asked.people.length;
    const operatorId = viewer.accountId;
    const form = formId(values);
    const held = await holdAtDesk(deps, engine, {
      operatorId,
      form,
      office,
      offering,
      slot,
      party,
      asker: askerOf(values),
      now,
    });
    if (!held.ok) {
      const errors = [holdRefused(held.reason, request.language)];
      return show(reply.code(409), at, offering, { values: { ...values, slot: '' }, errors, lost: slot });
    }
    if (held.booking !== null) return goTo(reply, `${bookingPath(office, held.booking)}/receipt?done=yes`);
    const outcome = await transact(deps.db, (tx) =>
      bookAtDesk(tx, deps.secrets, { ...asked, delivery: null, held, officeId: office.id, operatorId, now }),
    );
    if (outcome.ok) return goTo(reply, `${bookingPath(office, outcome.code)}/receipt?done=yes`);
    await letGo(deps, held);
    const errors = [bookRefused(outcome.reason, outcome.position, request.language)];
    return show(reply.code(409), at, offering, { values, errors });
  }

  async function chooseService(reply: FastifyReply, at: AtOffice): Promise<FastifyReply> {
    const offerings = (await listOfferings(deps.db, at.office.id)).filter((offering) => offering.bookable);
    const [only] = offerings;
    const path = `/office/${at.office.code}/bookings/new?service=`;
    if (only && offerings.length === 1) return goTo(reply, `${path}${only.serviceCode}`);
    const offeringIds = offerings.map((offering) => offering.id);
    const first = await firstFree(deps.db, {
      offeringIds,
      atDesk: true,
      now: deps.clock.now(),
      limit: offerings.length,
    });
    const services = offerings.map((offering) => ({
      offering,
      href: `${path}${offering.serviceCode}`,
      first: first.find((found) => found.offeringId === offering.id)?.date,
    }));
    return page(reply, <ChooseServiceView context={reply.pageContext()} at={at} services={services} />);
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    offering: Offering,
    state: { values: FormValues; errors?: readonly FieldError[]; lost?: string | undefined },
  ): Promise<FastifyReply> {
    const { values, errors = [], lost } = state;
    const context = reply.pageContext();
    const party = partyOf(values, offering);
    const date = readDay(formValue(values, 'date'));
    const times = await deskTimes(deps.db, {
      offering,
      date,
      party,
      lost,
      asker: askerOf(values),
      now: deps.clock.now(),
    });
    const questions = await questionsOf(deps.db, offering.id);
    // A page shown again is a new form: what the earlier one held is settled.
    const shown = { ...values, form: randomUUID(), date: times.date?.toString() ?? '', party: String(party) };
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    const form = { language: context.language, values: shown, errors };
    return page(reply, <NewBookingView {...{ context, at, offering, questions, times, form, today }} />);
  }

  async function offeringOf(at: AtOffice, service: string): Promise<Offering> {
    const offering = await offeringAt(deps.db, at.office.id, service);
    if (!offering?.bookable) throw notFound('unknown-service');
    return offering;
  }
}

function partyOf(values: FormValues, offering: Offering): number {
  return readPartySize(formValue(values, 'party'), offering.partyMax);
}

/** The id that makes a form sent twice one booking; any other text counts as a form of its own. */
function formId(values: FormValues): string {
  const id = formValue(values, 'form');
  return z.uuid().safeParse(id).success ? id : randomUUID();
}

/** Service, day and number of people from the address. */
function queryValues(query: Record<string, unknown>): FormValues {
  const asked = ['service', 'date', 'party'].map((name) => [name, query[name]] as const);
  return Object.fromEntries(asked.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
