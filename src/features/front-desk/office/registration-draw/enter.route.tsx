import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  drawPlaces,
  drawSlots,
  findRegistrationDraw,
  readPreferences,
  readResidence,
  register,
  residenceField,
  seatsFacts,
  stageOf,
} from '#features/booking/index.ts';
import { findOfferingById, questionsOf } from '#features/offices/index.ts';
import type { Rooms } from '#features/waiting-room/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { deskPath, openDesk } from '../../at-office.ts';
import { usualChannel } from '../../desk-channel.ts';
import { askerOf, freshValues, readDeskForm } from '../new-booking/desk-form.ts';
import { EnterView } from './enter.view.tsx';

interface DrawParams {
  Params: { office: string; release: string };
}

const address = '/office/:office/releases/:release/registrations/new';
const anything = z.record(z.string(), z.unknown());

/** Registering somebody who calls or comes: the same draw, the same chances. */
export function addDrawEntry(app: FastifyInstance, deps: Deps, rooms: Pick<Rooms, 'join'>): void {
  app.get(address, async (request: FastifyRequest<DrawParams>, reply) => {
    const here = await open(request);
    const values = {
      ...freshValues('it', usualChannel(here.at)),
      party: '1',
      weekdays: ['1', '2', '3', '4', '5', '6', '7'],
      office: here.places[0]?.officeCode ?? '',
    };
    return show(request, reply, here, { values, errors: [] });
  });

  app.post(address, async (request: FastifyRequest<DrawParams>, reply) => {
    const here = await open(request);
    const { at, draw, offering, places, today, day } = here;
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), here, form);
    const { values } = form;
    const { language } = request;
    if (formValue(values, 'go') === 'party') return show(request, reply, here, { values, errors: [] });
    const wished = readPreferences(values, { places, today, language });
    const questions = await questionsOf(deps.db, offering.id);
    // The seat comes with the draw: what the desk's form asks of it is not asked here.
    const asked = { ...values, slot: '0', date: day.toString(), livesHere: formValue(values, 'resident') };
    const read = readDeskForm(asked, { at, offering, questions, party: partyOf(values), today, language });
    const typed = formValue(values, residenceField);
    const where = await readResidence(deps.db, typed, { offering, office: at.office, optional: true, language });
    if (!wished.ok || !read.ok || !where.ok) {
      const errors = [
        ...(wished.ok ? [] : wished.errors),
        ...(read.ok ? [] : read.errors),
        ...(where.ok ? [] : where.errors),
      ];
      return show(request, reply.code(422), here, { values, errors });
    }
    const { slot: _, channel, language: theirs, ...answers } = read.answers;
    const outcome = await register(deps, rooms, {
      draw,
      offering,
      accountId: null,
      enteredBy: at.viewer.accountId,
      seen: channel !== 'phone',
      preferences: wished.preferences,
      answers: { ...answers, residence: where.residence },
      asker: askerOf(asked),
      channel,
      language: theirs,
      device: 'none',
    });
    if (!outcome.ok) return show(request, reply.code(409), here, { values, errors: [] }, outcome.reason);
    const { number } = outcome;
    const entry = { at: deps.clock.now(), accountId: at.viewer.accountId, officeId: at.office.id };
    await deps.db
      .transaction()
      .execute((tx) =>
        audit(tx, { ...entry, action: 'enter-draw', subject: `draw:${draw.code}`, detail: { number, channel } }),
      );
    return goTo(reply, `${deskPath(at.office, `releases/${draw.code}/registrations`)}?entered=${number}`);
  });

  async function open(request: FastifyRequest<DrawParams>) {
    const at = await openDesk(deps, request, 'book-for-citizen');
    const now = deps.clock.now();
    const draw = await findRegistrationDraw(deps.db, request.params.release);
    if (draw?.officeId !== at.office.id) throw notFound('unknown-release');
    const all = await drawPlaces(deps.db, { roomId: draw.roomId, now });
    const service = queryText(request.query, 'service') || all[0]?.serviceCode;
    const places = all.filter(({ serviceCode }) => serviceCode === service);
    const offering = places[0] && (await findOfferingById(deps.db, places[0].offeringId));
    if (!offering) throw notFound('unknown-release');
    const facts = seatsFacts(await drawSlots(deps.db, { roomId: draw.roomId, now }), draw.timeZone);
    const today = dayIn(now, at.office.timeZone);
    const services = all.filter((one, index) => all.findIndex((two) => two.serviceCode === one.serviceCode) === index);
    return { at, draw, places, services, offering, facts, today, day: facts.first ?? today, stage: stageOf(draw, now) };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    here: Awaited<ReturnType<typeof open>>,
    { values, errors }: { values: FormValues; errors: readonly FieldError[] },
    refused?: string,
  ): Promise<FastifyReply> {
    const questions = await questionsOf(deps.db, here.offering.id);
    const form = { language: request.language, values, errors };
    const props = { ...here, questions, form, refused, party: partyOf(values) };
    return page(reply, <EnterView context={reply.pageContext()} {...props} />);
  }
}

function partyOf(values: FormValues): number {
  const typed = Number(formValue(values, 'party'));
  return Number.isInteger(typed) && typed >= 1 && typed <= 20 ? typed : 1;
}
