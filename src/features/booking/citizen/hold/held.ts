import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  asOffered,
  findOfferingById,
  findOfficeById,
  findService,
  type Offering,
  type Office,
  type Question,
  questionsOf as officeQuestions,
  type RequestedFile,
  requestedFilesOf,
  type Service,
} from '#features/offices/index.ts';
import { provedAbroad } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { FormValues } from '#platform/http/form.ts';
import { notFound } from '#platform/http/problem.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import type { Language } from '#platform/language.ts';
import { holdOwner } from '../../hold/hold-cookie.ts';
import type { HoldOwner } from '../../hold/hold-owner.ts';
import { type HeldSeat, findHold } from '../../hold/hold.query.ts';
import { ageForHold } from '../../priority/priority.query.ts';
import type { AskedOfPeople } from '../../people.ts';
import type { WhoMayCome } from '../../who-may-come.rules.ts';
import type { PeopleQuestions } from '../../form/people-form.ts';

/** A hold as its pages need it: whose it is, what is being booked and where. */
export interface Held {
  readonly hold: HeldSeat;
  readonly owner: HoldOwner;
  readonly office: Office;
  readonly offering: Offering & Pick<WhoMayCome, 'priorityAge'> & Pick<AskedOfPeople, 'abroad'>;
  /** as the office offers it: with its own documents and fees */
  readonly service: Service;
  /** what the office asks beyond people's data */
  readonly questions: readonly Question[];
  /** and which files */
  readonly files: readonly RequestedFile[];
  readonly now: Temporal.Instant;
  /** Its seat is still kept. */
  readonly live: boolean;
  /** What was typed so far. */
  readonly draft: FormValues | undefined;
}

export interface HoldParams {
  Params: { id: string };
}

/** The hold an address speaks of; 404 unless it belongs to this account or browser. */
export async function requireHeld(deps: Deps, request: FastifyRequest<HoldParams>): Promise<Held> {
  const found = await findOwned(deps, request);
  if (!found) throw notFound();
  const { owner, hold } = found;
  const [office, known, questions, files, priorityAge, entry] = await Promise.all([
    findOfficeById(deps.db, hold.officeId),
    findOfferingById(deps.db, hold.offeringId),
    officeQuestions(deps.db, hold.offeringId),
    requestedFilesOf(deps.db, hold.offeringId),
    ageForHold(deps.db, hold.id),
    findService(deps.db, hold.serviceCode),
  ]);
  if (!office || !known || !entry) throw notFound();
  const { viewer } = request;
  const mayLackCode = viewer !== null && known.codiceFiscale === 'required';
  const abroad = mayLackCode ? await provedAbroad(deps.db, viewer.accountId) : null;
  const offering = { ...known, priorityAge, abroad };
  const service = asOffered(entry, known);
  const now = deps.clock.now();
  const live = hold.state === 'live' && Temporal.Instant.compare(hold.expiresAt, now) > 0;
  return { hold, owner, office, offering, service, questions, files, now, live, draft: readDraft(hold.draft) };
}

/** What this account or its browser holds, or a seat that is kept for it from a waiting list. */
async function findOwned(
  deps: Deps,
  request: FastifyRequest<HoldParams>,
): Promise<{ owner: HoldOwner; hold: HeldSeat } | undefined> {
  const holdId = request.params.id;
  const offered = request.viewer && ({ kind: 'list', accountId: request.viewer.accountId, holdId } as const);
  for (const owner of [holdOwner(request), offered]) {
    const hold = owner && (await findHold(deps.db, deps.secrets, { holdId, owner }));
    if (owner && hold) return { owner, hold };
  }
  return undefined;
}

/** What the people form of this hold asks. */
export function questionsOf(held: Held, language: Language, contactLater = false): PeopleQuestions {
  const today = dayIn(held.now, held.office.timeZone);
  const { hold, offering, questions } = held;
  return { party: hold.party, offering, questions, today, day: hold.day, language, contactLater };
}

export function holdPath(
  hold: Pick<HeldSeat, 'id'>,
  page: '' | 'summary' | 'extend' | 'leave' | 'book' | 'code' | 'files' = '',
): string {
  return page === '' ? `/holds/${hold.id}` : `/holds/${hold.id}/${page}`;
}

const draftCookie = 'turno_draft';

/** Remembers which hold has what was typed, so that the next one of this browser can begin with it. */
export function rememberDraft(deps: Deps, reply: FastifyReply, hold: Pick<HeldSeat, 'id'>): void {
  void reply.setCookie(draftCookie, hold.id, {
    ...siteCookie(deps),
    maxAge: 7200,
  });
}

/** The hold whose draft this browser left behind; whose it is, is asked when it is read. */
export function draftLeftBehind(request: FastifyRequest): string | undefined {
  return request.cookies[draftCookie];
}

export function forgetDraft(reply: FastifyReply): void {
  void reply.clearCookie(draftCookie, { path: '/' });
}

// Drafts are written by these pages; an older page may have written other fields.
export function readDraft(draft: unknown): FormValues | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  return Object.fromEntries(
    Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
