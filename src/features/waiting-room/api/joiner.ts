import type { FastifyRequest } from 'fastify';
import { type OwnPerson, ownPeople } from '#features/identity/index.ts';
import type { Offering, Office } from '#features/offices/index.ts';
import { dayIn, withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { type FieldError, notFound, problem, problemTitle } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { type Receipt, receiptOf } from '../draw/receipt.ts';
import { knownCommitments, ticketReceipt } from '../draw/ticket-receipt.ts';
import { deviceOf } from '../ticket/device.rules.ts';
import { type JoinOutcome, takeTicket } from '../ticket/take-ticket.ts';
import type { TicketPerson } from '../ticket/ticket-people.ts';
import type { RoomNow, Rooms } from '../turns/rooms.ts';
import { queueJson } from './answers.ts';
import { queueProblemTexts } from './problems.text.ts';
import { inOrder, peopleFaults } from './queue-body.ts';

export interface QueueOptions {
  /** why an account may not book here at all, if so: it would wait in vain */
  readonly refusal?: (request: FastifyRequest, offering: Offering) => Promise<ApiAnswer | undefined>;
}

export interface JoinWish {
  readonly office: Office;
  readonly offering: Offering;
  readonly room: RoomNow;
  /** the account's own person where nobody is named */
  readonly people: readonly TicketPerson[] | undefined;
  readonly accountId: number;
}

type Joined = Extract<JoinOutcome, { ok: true }>;

/** Joins a room for an API call; of a draw, the answer brings the signed receipt. */
export function joiner(deps: Deps, rooms: Rooms, { refusal }: QueueOptions = {}) {
  const commitmentOf = knownCommitments(deps);
  const ownerOf = ownPeople(deps);

  /** Of a ticket just given everything is known; of an earlier one its row is asked. */
  async function receiptFor(room: RoomNow, { name, wasThere, pseudonym }: Joined): Promise<Receipt | undefined> {
    const commitment = await commitmentOf(room.id);
    if (commitment === null) return undefined;
    if (wasThere) return ticketReceipt(deps, name);
    const { number, joinedAt } = name;
    return receiptOf(deps.secrets, { room: room.code, number, joinedAt, pseudonym, weight: 1, commitment });
  }

  return async (request: FastifyRequest, wish: JoinWish): Promise<ApiAnswer & { text?: string }> => {
    const { office, offering, room, accountId } = wish;
    const { language } = request;
    const now = deps.clock.now();
    const mayNot = await refusal?.(request, offering);
    if (mayNot) return mayNot;
    const owner = await ownerOf(accountId);
    if (owner === null) throw notFound();
    const people = inOrder(wish.people ?? [personOf(owner)]);
    const errors = peopleFaults(people, {
      offering,
      abroad: owner.abroad,
      today: dayIn(now, office.timeZone),
      language,
    });
    if (errors.length > 0) return wrongFields(request, errors);
    const outcome = await takeTicket(deps, rooms, {
      room,
      offeringId: offering.id,
      accountId,
      ownKey: owner.key,
      people,
      channel: 'api',
      language,
      device: deviceOf(request.headers['user-agent']),
      now,
    });
    if (!outcome.ok) {
      const more = outcome.reason === 'not-yet' ? { joinsAt: withOffset(room.joinsAt, office.timeZone) } : {};
      return refused(request, outcome.reason, 409, more);
    }
    const plain = rooms.plainly(outcome.ticket, now.epochMilliseconds);
    if (!plain) return refused(request, 'over');
    const receipt = await receiptFor(room, outcome);
    const standing = queueJson(outcome.ticket, plain);
    const text = receipt ? `${standing.slice(0, -1)},"receipt":${JSON.stringify(receipt)}}` : standing;
    return { status: 201, body: JSON.parse(text), text };
  };
}

function personOf({ givenName, familyName, birthDate, birthPlace, codiceFiscale }: OwnPerson): TicketPerson {
  return { givenName, familyName, birthDate, birthPlace, codiceFiscale };
}

export type Refused = 'already-waiting' | 'too-many-tickets' | 'not-yet' | 'over' | 'not-bookable' | 'not-waiting';

/** Why there is no place. */
export function refused(
  { language }: FastifyRequest,
  reason: Refused,
  status = 409,
  more: Readonly<Record<string, unknown>> = {},
): ApiAnswer {
  const t = queueProblemTexts.for(language);
  return { status, body: problem(status, reason, t(reason), { detail: t(`${reason}-detail`), ...more }) };
}

export function wrongFields({ language }: FastifyRequest, errors: readonly FieldError[]): ApiAnswer {
  const detail = problemDetail(422, language, errors);
  return {
    status: 422,
    body: problem(422, 'invalid-request', problemTitle('invalid-request', language), { detail, errors }),
  };
}
