import { personKey, type Viewer } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { type Asker, groupOf } from '#features/planner/index.ts';
import { type Device, type Rooms, takeTicket } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type Outcome, transact } from '#platform/transaction.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import type { Refusal } from '../eligibility/rule.ts';
import type { KeptAnswers } from './answers.ts';
import { keepRegistration, type Preferences, type RegistrationRefusal } from './keep-registration.ts';
import { type RegistrationDraw, stageOf } from './registration-draw.query.ts';
import { ticketWeight } from './weight.rules.ts';
import { bookedAlready, weightsOf } from './weight.query.ts';

export type RegisterRefusal = RegistrationRefusal | 'already-registered' | 'already-booked' | 'too-many-registrations';

export interface RegisterRequest {
  readonly draw: RegistrationDraw;
  /** of the office preferred first */
  readonly offering: Offering;
  /** null: entered by an operator for somebody without an account */
  readonly accountId: number | null;
  /** how its owner has logged in; nothing where an operator enters them */
  readonly login?: Pick<Viewer, 'scheme' | 'level'> | undefined;
  readonly enteredBy: number | null;
  /** the operator sees who they are */
  readonly seen?: boolean | undefined;
  readonly preferences: Preferences;
  readonly answers: KeptAnswers;
  readonly asker: Asker;
  readonly channel: string;
  readonly language: string;
  readonly device: Device;
}

const refusals = {
  'already-waiting': 'already-registered',
  'too-many-tickets': 'too-many-registrations',
  'not-yet': 'not-open',
  over: 'closed',
} as const;

/** Gives people a ticket of the draw, with what they wish and all that their booking will need. Asked again: the same. */
export async function register(
  deps: Deps,
  rooms: Pick<Rooms, 'join'>,
  request: RegisterRequest,
): Promise<
  | Outcome<{ number: number; wasThere: boolean }, RegisterRefusal>
  | { ok: false; reason: 'not-eligible'; refusal: Refusal }
> {
  const { db, secrets, clock } = deps;
  const { draw, offering, accountId, preferences, answers } = request;
  const now = clock.now();
  const stage = stageOf(draw, now);
  if (stage !== 'open')
    return { ok: false, reason: stage === 'announced' ? 'not-open' : stage === 'cancelled' ? 'cancelled' : 'closed' };
  if (accountId !== null) {
    const refusal = await whyNotEligible(db, {
      viewer: { accountId, ...request.login },
      offering,
      now,
      people: answers.people,
    });
    if (refusal) return { ok: false, reason: 'not-eligible', refusal };
  }
  const keys = answers.people.map((person) => personKey(secrets, person));
  const booked = await bookedAlready(db, { personKeys: keys, serviceCode: offering.serviceCode });
  if (booked !== undefined) return { ok: false, reason: 'already-booked' };
  const weight = ticketWeight(await weightsOf(db, { personKeys: keys, offeringId: offering.id }));
  const joined = await takeTicket(deps, rooms, {
    room: { id: draw.roomId, code: draw.code },
    offeringId: offering.id,
    accountId,
    ...(request.enteredBy !== null && { entered: { by: request.enteredBy, proved: request.seen ?? false } }),
    people: answers.people,
    weight,
    channel: request.channel,
    language: request.language,
    device: request.device,
    now,
  });
  if (!joined.ok) return { ok: false, reason: refusals[joined.reason] };
  const { number } = joined.name;
  const kept = await transact(db, (tx) =>
    keepRegistration(tx, secrets, {
      roomId: draw.roomId,
      number,
      accountId,
      preferences,
      answers,
      quotaGroup: groupOf(request.asker),
      now,
    }),
  );
  return kept.ok ? { ok: true, number, wasThere: joined.wasThere } : kept;
}
