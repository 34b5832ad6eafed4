import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayIn, withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { type Language, localText } from '#platform/language.ts';
import { type AgendaAppointment, agendaDay } from '../agenda-day.query.ts';
import { type OfficeParams, noteReading, openDesk } from '../at-office.ts';
import { countDay, missingFor, readDay } from '../rules.ts';

const agendaQuery = z.object({
  date: z.string().max(20).optional().describe('YYYY-MM-DD in the office’s calendar; without it, today'),
  limit: pageQuery.shape.limit.unwrap().optional().describe('without it, the whole day'),
  cursor: pageQuery.shape.cursor,
});

interface AgendaRequest extends OfficeParams {
  Querystring: z.output<typeof agendaQuery>;
}

const instant = z.string().describe('RFC 3339 with the offset of the office');

const agendaAnswer = z.object({
  date: z.string(),
  timeZone: z.string(),
  numbers: z.record(z.string(), z.int()).describe('cancelled appointments do not count'),
  items: z.array(
    z.object({
      code: z.string(),
      status: z.string(),
      startsAt: instant,
      endsAt: instant,
      service: z.string(),
      serviceName: z.string(),
      party: z.int(),
      people: z.array(z.object({ givenName: z.string(), familyName: z.string() })),
      reason: z.string().nullable(),
      channel: z.string(),
      missing: z.enum(['citizen', 'office', 'clearance']).nullable(),
      takenInCharge: z.boolean(),
      arrivedAt: instant.nullable(),
      calledAt: instant.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** `GET /offices/{office}/agenda?date=`: the day, in the order of its hours. */
export function addAgendaApi(app: FastifyInstance, deps: Deps): void {
  const route = {
    preValidation: async (request: FastifyRequest<AgendaRequest>) => void (await openDesk(deps, request, 'see-agenda')),
    schema: { querystring: agendaQuery, tags: ['office'], security: loginNeeded, summary: 'The day of an office' },
    config: { answers: { 200: agendaAnswer } },
  };
  app.get('/api/v1/offices/:office/agenda', route, async (request: FastifyRequest<AgendaRequest>, reply) => {
    const at = await openDesk(deps, request, 'see-agenda');
    const asked = request.query.date;
    const date = asked === undefined ? dayIn(deps.clock.now(), at.office.timeZone) : readDay(asked);
    if (date === undefined) {
      const errors = [fieldError('date', 'date', request.language)];
      throw new HttpProblem(422, 'invalid-request', { extensions: { errors } });
    }
    const day = await agendaDay(deps, { office: at.office, date });
    const all = [
      ...day.appointments,
      ...day.cancelled.map((booking) => ({ ...booking, arrivedAt: null, calledAt: null })),
    ];
    const { limit = all.length, cursor } = request.query;
    const page = pageOf(
      all.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)),
      { limit, cursor },
      ({ code }) => code,
    );
    const detail = { bookings: page.items.length };
    await noteReading(deps, at, { action: 'see-agenda', subject: `day:${date.toString()}`, detail });
    void reply.header('cache-control', 'no-store');
    return {
      date: date.toString(),
      timeZone: at.office.timeZone,
      numbers: countDay(day.appointments),
      items: page.items.map((booking) => agendaItem(booking, request.language)),
      nextCursor: page.nextCursor,
    };
  });
}

function agendaItem(booking: AgendaAppointment, language: Language): Record<string, unknown> {
  const at = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant, booking.timeZone);
  return {
    code: booking.code,
    status: booking.status,
    startsAt: at(booking.startsAt),
    endsAt: at(booking.endsAt),
    service: booking.serviceCode,
    serviceName: localText(booking.serviceName, language),
    party: booking.party,
    people: booking.people.map(({ givenName, familyName }) => ({ givenName, familyName })),
    reason: booking.reason,
    channel: booking.channel,
    missing: missingFor(booking),
    takenInCharge: booking.takenInChargeAt !== null,
    arrivedAt: at(booking.arrivedAt),
    calledAt: at(booking.calledAt),
  };
}
