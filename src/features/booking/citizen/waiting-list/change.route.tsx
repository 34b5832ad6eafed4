import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findOfferingById } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { changeWishes, leaveList, sayStillNeeded } from '../../waiting-list/change-entry.ts';
import { otherOffices } from '../../waiting-list/other-offices.query.ts';
import { ChangeWishesView, LeaveView } from './change.view.tsx';
import type { EntryDoor, OwnEntry } from './entry-door.ts';
import { wishesSchema, wishValues } from './wishes.form.ts';
import { wishFaults, wishesTexts } from './wishes.text.ts';

const nothing = z.object({});

/** Changing the wishes of an entry, saying that it is still needed, and leaving the list. */
export function addEntryChanges(app: FastifyInstance, deps: Deps, door: EntryDoor): void {
  app.get(`${door.pattern}/wishes`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    if (!isLive(opened)) return goTo(reply, opened.path);
    const { wishes, places, officeCode } = opened.entry;
    const others = places.map((place) => place.officeCode).filter((code) => code !== officeCode);
    return showWishes(reply, opened, { values: wishValues(wishes, others), errors: [] });
  });

  app.post(`${door.pattern}/wishes`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    const { language } = request;
    const now = deps.clock.now();
    const { partyMax } = await offeringOf(opened);
    const schema = wishesSchema({ partyMax, today: dayIn(now, entry.timeZone) });
    const form = readForm(request, schema, wishFaults(language));
    if (!form.ok) return showWishes(reply.code(form.status), opened, form);
    const known = await otherOffices(deps.db, entry.offeringId);
    const others = known.filter(({ code }) => form.value.offices.includes(code)).map((other) => other.offeringId);
    const outcome =
      others.length < form.value.offices.length
        ? ({ ok: false, reason: 'unknown-office' } as const)
        : await transact(deps.db, (tx) =>
            changeWishes(tx, { entryId: entry.id, wishes: form.value.wishes, others, now }),
          );
    if (outcome.ok) return goTo(reply, `${path}?news=saved`);
    const { reason } = outcome;
    if (reason === 'not-found' || reason === 'not-waiting') return goTo(reply, path);
    const field = reason === 'unknown-office' ? 'offices' : 'party';
    const errors = [{ field, reason, message: wishesTexts.for(language)(reason) }];
    return showWishes(reply.code(422), opened, { values: form.values, errors });
  });

  // A button's address opened as a page: reload after an error, or the way back from the login.
  app.get(`${door.pattern}/needed`, async (request, reply) => {
    const opened = await door.open(request, reply);
    return opened.ok ? goTo(reply, opened.path) : opened.answer;
  });

  app.post(`${door.pattern}/needed`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    if (!readForm(request, nothing).ok) return goTo(reply, `${path}?news=stale`);
    const outcome = await transact(deps.db, (tx) => sayStillNeeded(tx, { entryId: entry.id, now: deps.clock.now() }));
    if (outcome.ok) return goTo(reply, `${path}?news=awake`);
    return goTo(reply, outcome.reason === 'days-over' ? `${path}/wishes` : path);
  });

  app.get(`${door.pattern}/leave`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    return isLive(opened) ? showLeave(reply, opened) : goTo(reply, opened.path);
  });

  app.post(`${door.pattern}/leave`, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { entry, path } = opened;
    const form = readForm(request, nothing);
    if (!form.ok) return showLeave(reply.code(form.status), opened, form.errors[0]?.message);
    await transact(deps.db, (tx) => leaveList(tx, { entryId: entry.id, now: deps.clock.now() }));
    return goTo(reply, path);
  });

  function showLeave(reply: FastifyReply, { entry, path }: OwnEntry, stale?: string): FastifyReply {
    return page(reply, <LeaveView context={reply.pageContext()} {...{ entry, path, stale }} now={deps.clock.now()} />);
  }

  async function showWishes(
    reply: FastifyReply,
    opened: OwnEntry,
    sent: { values: FormValues; errors: readonly FieldError[] },
  ): Promise<FastifyReply> {
    const { entry, path } = opened;
    const [offering, others] = await Promise.all([offeringOf(opened), otherOffices(deps.db, entry.offeringId)]);
    const form = { language: reply.request.language, values: sent.values, errors: sent.errors };
    const props = { entry, path, now: deps.clock.now(), form, others, city: entry.officeCity };
    return page(reply, <ChangeWishesView context={reply.pageContext()} {...props} partyMax={offering.partyMax} />);
  }

  async function offeringOf({ entry }: OwnEntry) {
    const offering = await findOfferingById(deps.db, entry.offeringId);
    if (!offering) throw notFound();
    return offering;
  }
}

function isLive({ entry }: OwnEntry): boolean {
  return entry.state === 'waiting' || entry.state === 'asleep';
}
