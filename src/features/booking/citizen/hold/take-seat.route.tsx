import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountProfile, requireVerified } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';
import { type Gate, joinPath } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { sentNoCookie } from '#platform/http/csrf.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { timesPath } from '#ui/frame/site-paths.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import type { HoldRefusal } from '../../hold/hold.ts';
import { holdBrake } from '../../hold/hold-brake.ts';
import { holdForCitizen } from '../../hold/hold-for-citizen.ts';
import { bringFiles } from '../../attachments/keep-attachment.ts';
import { adoptHolds, saveDraft } from '../../hold/hold-changes.ts';
import { browserOf, holdAccount, newHoldOwner } from '../../hold/hold-cookie.ts';
import { type HoldOwner, ownerKey } from '../../hold/hold-owner.ts';
import { findHold } from '../../hold/hold.query.ts';
import { wishedInvitation } from '../../invitations/invited.ts';
import { wantedSlot } from '../../form/wanted-slot.query.ts';
import { keptSlotDay } from '../../priority/kept-slot.query.ts';
import type { SeatEngine } from '../../seats/engine.ts';
import { draftLeftBehind, readDraft, rememberDraft } from './held.ts';
import { switchFirstPerson, valuesFor, valuesOfPeople } from './people-values.ts';
import { showNotHeld, showNotLetIn } from './show-not-held.tsx';
import { type Refusal, refusals } from './not-held.view.tsx';
import { askerOf, findPlace, partyOf, type Place, slotOf, wishSchema } from './seat-wish.ts';

/** POST /holds: keeps a seat and goes on to its page, or says why not and offers the nearest ones. */
export function addTakeSeat(app: FastifyInstance, deps: Deps, engine: SeatEngine, gate?: Gate): void {
  const brake = holdBrake(deps);

  app.get('/holds', async (_request, reply) => goTo(reply, '/'));

  app.post('/holds', async (request, reply) => {
    const form = readForm(request, wishSchema);
    const place = await findPlace(deps, form.values);
    const { values } = form;
    if (!form.ok) {
      if (form.status === 422) throw new HttpProblem(422, 'invalid-request', { extensions: { errors: form.errors } });
      const old = sentNoCookie(request) ? 'no-cookie' : 'stale';
      const refusal = form.status === 403 ? old : refusals.find((known) => known === formValue(values, 'refusal'));
      if (!refusal || !slotOf(values)) return goTo(reply, timesOf(deps, place, values));
      return showNotHeld(deps, { request, reply }, place, { refusal, status: form.status, values });
    }
    const owner = newHoldOwner(request, reply, deps);
    await adopt(request);
    const wish = {
      id: randomUUID(),
      office: place.office,
      offering: place.offering,
      where: { slot: form.value.slot },
      party: form.value.party,
      ownerKey: ownerKey(deps.secrets, owner),
      accountId: holdAccount(request),
      rescheduleOf: null,
      forOthers: form.value.others !== undefined,
      asker: askerOf(values),
      now: deps.clock.now(),
    };
    const ground = form.value.priority;
    const booker = {
      wish,
      viewer: request.viewer,
      ...place,
      invitation: await wishedInvitation(deps, request, place),
      priority: ground && { ground, secrets: deps.secrets },
    };
    const outcome = await brake(request, () => holdForCitizen({ engine, db: deps.db, gate }, booker));
    // Logged in already, but with an address that is still to be proved.
    if (!outcome.ok && outcome.reason === 'login-required' && request.viewer) requireVerified(request);
    if (!outcome.ok && outcome.reason === 'not-eligible')
      return showNotLetIn(deps, reply, place, { ...outcome, values });
    // Others wait for these seats: so does this person, and comes back when their turn comes.
    if (!outcome.ok && (outcome.reason === 'queue-required' || outcome.reason === 'not-the-ticket-holder'))
      return goTo(reply, await roomOf(place, form.value));
    const asked = !outcome.ok && outcome.reason === 'not-open' && (await whereGroundIsAsked(place, form.value));
    if (asked) return goTo(reply, asked);
    if (!outcome.ok) return showNotHeld(deps, { request, reply }, place, { ...answerTo(outcome.reason), values });
    const to = { holdId: outcome.holdId, owner };
    if (form.value.others !== undefined) await beginWithAnother(request, to);
    await bringDraft(request, reply, { ...to, offeringId: place.offering.id });
    return goTo(reply, `/holds/${outcome.holdId}`);
  });

  async function roomOf({ office, offering }: Place, { slot, party }: { slot: string; party: number }) {
    const wanted = await wantedSlot(deps.db, { slot, offeringId: offering.id });
    const where = { officeCode: office.code, serviceCode: offering.serviceCode };
    return joinPath(where, { date: wanted?.day?.toString(), party });
  }

  // A seat kept for people with priority, asked for without a ground that it is kept for.
  async function whereGroundIsAsked({ office, offering }: Place, { slot, party }: { slot: string; party: number }) {
    const day = await keptSlotDay(deps.db, { slot, offeringId: offering.id, now: deps.clock.now() });
    const where = { officeCode: office.code, serviceCode: offering.serviceCode, party, asksGround: true };
    return day && timesPath({ ...where, day });
  }

  // One person, one hold: what this browser held before its login counts too.
  async function adopt(request: FastifyRequest): Promise<void> {
    const browser = browserOf(request);
    const accountId = request.viewer?.accountId;
    if (accountId === undefined || browser === undefined) return;
    await transact(deps.db, async (tx) => {
      await adoptHolds(tx, deps.secrets, { browser, accountId, now: deps.clock.now() });
      return { ok: true };
    });
  }

  // The form begins with somebody else than the account's own person.
  async function beginWithAnother(request: FastifyRequest, to: { holdId: string; owner: HoldOwner }): Promise<void> {
    const { viewer } = request;
    const profile = viewer && (await accountProfile(deps.db, { accountId: viewer.accountId, secrets: deps.secrets }));
    if (!profile) return;
    await saveDraft(deps.db, deps.secrets, { ...to, draft: switchFirstPerson(valuesFor(profile), 'other', profile) });
  }

  // What was typed for a seat that was lost is not typed again for the next one. Words meant for one office stay there.
  async function bringDraft(
    request: FastifyRequest,
    reply: FastifyReply,
    to: { holdId: string; owner: HoldOwner; offeringId: number },
  ): Promise<void> {
    const earlier = draftLeftBehind(request);
    if (earlier === undefined || earlier === to.holdId) return;
    const known = await findHold(deps.db, deps.secrets, { holdId: earlier, owner: to.owner });
    if (known?.draft === undefined) return;
    const typed = readDraft(known.draft) ?? {};
    const draft = known.offeringId === to.offeringId ? typed : valuesOfPeople(typed);
    await saveDraft(deps.db, deps.secrets, { ...to, draft });
    const accountId = request.viewer?.accountId;
    if (accountId !== undefined)
      await transact(deps.db, async (tx) => {
        await bringFiles(tx, { from: earlier, to: to.holdId, accountId });
        return { ok: true };
      });
    rememberDraft(deps, reply, { id: to.holdId });
  }
}

/** Where a form sent from the times page came from: its language was changed. */
function timesOf(deps: Deps, { office, offering }: Place, values: FormValues): string {
  const day = readTypedDate(formValue(values, 'date')) ?? dayIn(deps.clock.now(), office.timeZone);
  const party = partyOf(values, offering);
  const withPriority = 'priority' in values;
  const { resident } = askerOf(values);
  return timesPath({ officeCode: office.code, serviceCode: offering.serviceCode, day, party, withPriority, resident });
}

function answerTo(reason: HoldRefusal): { refusal: Refusal; status: number } {
  switch (reason) {
    case 'slot-full':
    case 'none-left':
      return { refusal: 'taken', status: 409 };
    case 'quota-full':
      return { refusal: 'quota', status: 409 };
    case 'already-booked':
      return { refusal: 'already-booked', status: 409 };
    case 'not-open':
    case 'beyond-horizon':
    case 'login-required':
      return { refusal: reason, status: 403 };
    case 'party-too-large':
      return { refusal: reason, status: 422 };
    case 'idempotency-key-reused':
      return { refusal: 'stale', status: 422 };
  }
}
