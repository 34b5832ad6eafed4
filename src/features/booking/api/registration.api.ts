import type { FastifyRequest } from 'fastify';
import { accountProfile, provedAbroad } from '#features/identity/index.ts';
import { findOfficeById, type Offering, questionsOf } from '#features/offices/index.ts';
import { onTheSite } from '#features/planner/index.ts';
import { deviceOf, receiptOf, type Rooms, signTicket, type TicketPerson } from '#features/waiting-room/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, fieldErrors } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { type FieldError, notFound, problemTitle } from '#platform/http/problem.ts';
import { checkResidence } from '../clearance/residence.ts';
import { checkPeople, personSchema, type SentPerson } from '../people.ts';
import { registrationByNumber } from '../registration-draw/own-registration.query.ts';
import { register } from '../registration-draw/register.ts';
import { findRegistrationDraw } from '../registration-draw/registration-draw.query.ts';
import { drawPlaces } from '../registration-draw/seats-offered.query.ts';
import { personError } from './person-error.ts';
import { refuse, refuseFields, refuseNotEligible } from './refuse.ts';
import { type PreferencesBody, preferencesBody } from './registration-body.ts';
import { readWishes } from './waiting-wishes.ts';

interface EntryWish {
  readonly room: { readonly code: string };
  readonly offering: Offering;
  readonly body: {
    readonly people?: readonly TicketPerson[] | undefined;
    readonly preferences?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly accountId: number;
}

/** What `POST /releases/{id}/entries` does for a registration draw: the ticket, with when and where one could come. */
export function registerOverApi(deps: Deps, rooms: Pick<Rooms, 'join'>) {
  const { db, secrets, clock } = deps;
  return async (request: FastifyRequest, { room, offering, body, accountId }: EntryWish): Promise<ApiAnswer> => {
    const { language } = request;
    const title = problemTitle('invalid-request', language);
    const wrong = (errors: readonly FieldError[]) =>
      refuseFields(
        request,
        errors.map((error) => ({ ...error, field: error.field.replace(/^(?!people)/, 'preferences.') })),
        title,
      );
    const parsed = preferencesBody.safeParse(body.preferences ?? {});
    if (!parsed.success) return wrong(fieldErrors(parsed.error, language));
    const sent = parsed.data;
    const now = clock.now();
    const [draw, office, profile] = await Promise.all([
      findRegistrationDraw(db, room.code),
      findOfficeById(db, offering.officeId),
      accountProfile(db, { accountId, secrets }),
    ]);
    if (!draw || !office || !profile) throw notFound();
    const today = dayIn(now, office.timeZone);
    const people: readonly SentPerson[] = sent.people ?? (body.people ?? [profile]).map(asSent);
    const party = sent.party ?? people.length;
    const wishes = readWishes({ ...sent, party, office: '', service: '' }, today);
    if ('fault' in wishes) return wrong([fieldError(wishes.fault.field, wishes.fault.reason, language)]);
    if (party !== people.length) return wrong([fieldError('party', 'invalid', language)]);
    if (party > offering.partyMax) return refuse(request, 'party-too-large');
    const places = await placesOf(draw.roomId, sent, offering);
    if (!places) return refuse(request, 'registration-unknown-office');
    const abroad = await provedAbroad(db, accountId);
    const asked = { ...offering, abroad, reason: sent.reason ?? null, questions: await questionsOf(db, offering.id) };
    const checked = checkPeople(people, asked, today);
    if (!checked.ok) return wrong(checked.faults.map((fault) => personError(request, fault)));
    const where = await checkResidence(db, sent.residence, { offering, language });
    if (!where.ok) return wrong(where.errors.map((error) => ({ ...error, field: 'residence' })));
    if (sent.reason !== undefined && offering.reasons.length > 0 && !offering.reasons.includes(sent.reason))
      return wrong([fieldError('reason', 'required-choice', language)]);
    const outcome = await register(deps, rooms, {
      draw,
      offering,
      accountId,
      login: request.viewer ?? undefined,
      enteredBy: null,
      preferences: { wishes: wishes.wishes, places, wantsWaiting: sent.waitingList ?? false },
      answers: {
        people: checked.people,
        contactEmail: sent.contactEmail ?? profile.email,
        contactPhone: sent.contactPhone ?? null,
        reason: sent.reason ?? null,
        notes: offering.notesAllowed ? sent.notes || null : null,
        residence: where.residence,
      },
      asker: { ...onTheSite, ...(sent.resident !== undefined && { resident: sent.resident }) },
      channel: 'api',
      language,
      device: deviceOf(request.headers['user-agent']),
    });
    if (outcome.ok) return { status: 201, body: await ticketOf(draw.roomId, outcome.number, draw.code) };
    if (outcome.reason === 'not-eligible') return refuseNotEligible(request, outcome.refusal);
    if (outcome.reason === 'not-found') throw notFound();
    return refuse(request, outcome.reason === 'already-booked' ? 'already-booked' : `registration-${outcome.reason}`);
  };

  /** The offices asked for, in their order; where none was said, that of the service asked for. */
  async function placesOf(roomId: number, { offices }: PreferencesBody, offering: Offering) {
    const known = await drawPlaces(db, { roomId, serviceCode: offering.serviceCode, now: clock.now() });
    if (offices === undefined) return known.filter(({ offeringId }) => offeringId === offering.id);
    const wanted = [...new Set(offices)].map((code) => known.find(({ officeCode }) => officeCode === code));
    const found = wanted.filter((place) => place !== undefined);
    return found.length === wanted.length ? found : undefined;
  }

  async function ticketOf(roomId: number, number: number, code: string) {
    const own = await registrationByNumber(db, secrets, { roomId, number });
    const draw = await db.selectFrom('draw').select('commitment').where('room_id', '=', roomId).executeTakeFirst();
    const meta = await db
      .selectFrom('room')
      .select(['opens_at as opensAt', 'last_number as people'])
      .where('id', '=', roomId)
      .executeTakeFirstOrThrow();
    if (!own) throw notFound();
    const { offeringId, joinedAt, pseudonym, weight, salt, wishesText, wishesHash } = own;
    return {
      ticket: signTicket(secrets, { roomId, number, offeringId, joinedAt }),
      state: 'waiting',
      outcome: null,
      room: code,
      number,
      position: null,
      ahead: null,
      estimatedAt: null,
      admittedUntil: null,
      pollAfter: 300,
      opensAt: meta.opensAt.toString(),
      people: meta.people,
      free: null,
      receipt: receiptOf(secrets, {
        room: code,
        number,
        pseudonym,
        weight,
        joinedAt,
        commitment: draw?.commitment ?? null,
      }),
      wishes: { salt, text: wishesText, hash: wishesHash },
    };
  }
}

function asSent(person: Omit<TicketPerson, 'birthDate'> & { birthDate: Temporal.PlainDate | null }): SentPerson {
  const { givenName, familyName, birthPlace, codiceFiscale, birthDate } = person;
  return personSchema.parse({
    givenName,
    familyName,
    birthPlace,
    codiceFiscale,
    birthDate: birthDate?.toString() ?? null,
  });
}
