import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  book,
  type BookedPerson,
  type BookRequest,
  createSeatEngine,
  hold,
  type HoldOwner,
  ownerKey,
} from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, type BuiltOffice } from './build-office.ts';
import type { TestDeps } from './deps.ts';

/** Holds and books as the citizen's pages do, through the real verbs. */
export function bookingTools(deps: { readonly current: TestDeps }) {
  let people = 0;

  function somebody(more: Partial<BookedPerson> = {}): BookedPerson {
    people += 1;
    return {
      givenName: 'Ada',
      familyName: `Prova ${people}`,
      birthDate: Temporal.PlainDate.from('1980-05-05'),
      birthPlace: 'Roma',
      codiceFiscale: null,
      relationship: 'self',
      answers: null,
      ...more,
    };
  }

  async function newAccount(): Promise<number> {
    people += 1;
    return buildAccount(deps.current.db, `person-${people}@prova.example`);
  }

  async function held(
    office: BuiltOffice,
    owner: HoldOwner,
    more: { slot?: number; party?: number; rescheduleOf?: string } = {},
  ) {
    const { db, pool, secrets, clock } = deps.current;
    return hold(
      { engine: createSeatEngine(pool), db },
      {
        id: randomUUID(),
        office: { id: office.officeId, timeZone: 'Europe/London' },
        offering: {
          id: office.offeringId,
          durationMinutes: null,
          partyMax: 5,
          horizonFromDays: 0,
          horizonDays: null,
          noticeMinutes: null,
        },
        where: { slot: office.slots[more.slot ?? 0] ?? '' },
        party: more.party ?? 1,
        ownerKey: ownerKey(secrets, owner),
        accountId: 'accountId' in owner ? owner.accountId : null,
        rescheduleOf: more.rescheduleOf ?? null,
        now: clock.now(),
      },
    );
  }

  async function heldId(...parameters: Parameters<typeof held>): Promise<string> {
    const outcome = await held(...parameters);
    if (!outcome.ok) throw new Error(`not held: ${outcome.reason}`);
    return outcome.holdId;
  }

  function request(holdId: string, accountId: number, more: Partial<BookRequest> = {}): BookRequest {
    return {
      holdId,
      owner: { kind: 'account', accountId },
      accountId,
      people: [somebody()],
      contactEmail: 'ada@prova.example',
      contactPhone: null,
      language: 'it',
      reason: null,
      notes: 'una nota riservata',
      delivery: null,
      channel: 'web',
      createdBy: null,
      now: deps.current.clock.now(),
      ...more,
    };
  }

  function booked(holdId: string, accountId: number, more: Partial<BookRequest> = {}) {
    return transact(deps.current.db, (tx) => book(tx, deps.current.secrets, request(holdId, accountId, more)));
  }

  async function newBooking(office: BuiltOffice, more: { slot?: number; people?: BookedPerson[] } = {}) {
    const accountId = await newAccount();
    const owner = { kind: 'account', accountId } as const;
    const holdId = await heldId(office, owner, { slot: more.slot ?? 0, party: more.people?.length ?? 1 });
    const outcome = await booked(holdId, accountId, more.people ? { people: more.people } : {});
    if (!outcome.ok) throw new Error(outcome.reason);
    return { ...outcome, accountId, owner, holdId };
  }

  async function freeSeats(office: BuiltOffice): Promise<number[]> {
    const { rows } = await sql<{ free: number }>`
      SELECT capacity - taken AS free FROM slot WHERE planner_id = ${office.plannerId} ORDER BY starts_at`.execute(
      deps.current.db,
    );
    return rows.map((row) => row.free);
  }

  return { somebody, newAccount, held, heldId, booked, request, newBooking, freeSeats };
}
