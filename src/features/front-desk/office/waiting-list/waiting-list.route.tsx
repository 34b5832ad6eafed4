import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  entriesOfList,
  type ListedEntry,
  listsOfOffice,
  offerByHand,
  removeEntry,
  seatsToOffer,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { noteReading, openDesk } from '../../at-office.ts';
import { OfferSeatView, RemoveEntryView } from './forms.view.tsx';
import { type AtList, type ListParams, openList, type Sent } from './open-list.ts';
import { addListSettings } from './list-settings.route.tsx';
import { ListsView, ListView } from './lists.view.tsx';
import { deskWaitingTexts } from './waiting-list.text.ts';

const address = '/office/:office/waiting-list';
const aPage = 50;
const seatsShown = 60;
const reason = z.string('reason-required').trim().min(1, 'reason-required');
const offerSchema = z.object({
  entry: z.string('required-choice').regex(/^(next|\d{1,18})$/, 'required-choice'),
  slot: z.string('required-choice').regex(/^\d{1,18}$/, 'required-choice'),
  reason: reason.max(300, 'too-long'),
});
const removeSchema = z.object({ reason: reason.max(1000, 'too-long') });

/** The waiting lists at the office: how long they are, offering a seat by hand, taking somebody off, the list's settings. */
export function addWaitingListDesk(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request: FastifyRequest<ListParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const lists = await listsOfOffice(deps.db, { officeId: at.office.id, now: deps.clock.now() });
    return page(reply, <ListsView context={reply.pageContext()} at={at} lists={lists} />);
  });

  app.get(`${address}/:service`, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'see-booking');
    const { at, list, path } = here;
    const number = pageNumber(request.query, 999);
    const skip = (number - 1) * aPage;
    const found = await entriesOfList(deps.db, { offeringId: list.offeringId, most: aPage + 1, skip });
    await noteReading(deps, at, { action: 'see-waiting-list', subject: `offering:${list.offeringId}` });
    const asked = queryText(request.query, 'done');
    const props = {
      entries: found.slice(0, aPage),
      first: skip + 1,
      previous: number > 1 ? `${path}?page=${number - 1}` : undefined,
      next: found.length > aPage ? `${path}?page=${number + 1}` : undefined,
      news: (['offer', 'remove', 'save'] as const).find((known) => known === asked),
    };
    return page(reply, <ListView context={reply.pageContext()} at={at} list={list} {...props} />);
  });

  app.get(`${address}/:service/offer`, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    const entry = queryText(request.query, 'entry') || 'next';
    return showOffer(reply, here, { values: { entry }, errors: [] });
  });

  app.post(`${address}/:service/offer`, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    const { at, list, path } = here;
    const t = deskWaitingTexts.for(request.language);
    const form = readForm(request, offerSchema, (key) => (key === 'reason-required' ? t('reasonRequired') : undefined));
    if (!form.ok) return showOffer(reply.code(form.status), here, form);
    const { entry, slot, reason: why } = form.value;
    const [now, operatorId] = [deps.clock.now(), at.viewer.accountId];
    const outcome = await offerByHand(deps, {
      offeringId: list.offeringId,
      slotId: slot,
      entryId: entry === 'next' ? undefined : entry,
      operatorId,
      reason: why,
      now,
      keep: (tx, { entryId, offerId }) =>
        audit(tx, {
          at: now,
          accountId: operatorId,
          officeId: at.office.id,
          action: 'offer-from-waiting-list',
          subject: `waiting-entry:${entryId}`,
          detail: { offer: offerId, chosen: entry !== 'next' },
        }),
    });
    if (outcome.ok) return goTo(reply, `${path}?done=offer`);
    return showOffer(reply.code(409), here, { values: form.values, errors: [] }, t(outcome.reason));
  });

  app.get(`${address}/:service/entries/:entry/remove`, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    return showRemove(reply, here, await requireEntry(here, request.params.entry), { values: {}, errors: [] });
  });

  app.post(`${address}/:service/entries/:entry/remove`, async (request: FastifyRequest<ListParams>, reply) => {
    const here = await openList(deps, request, 'take-in-charge');
    const { at, path } = here;
    const entry = await requireEntry(here, request.params.entry);
    const t = deskWaitingTexts.for(request.language);
    const form = readForm(request, removeSchema, (key) =>
      key === 'reason-required' ? t('removeRequired') : undefined,
    );
    if (!form.ok) return showRemove(reply.code(form.status), here, entry, form);
    const [now, operatorId] = [deps.clock.now(), at.viewer.accountId];
    await transact(deps.db, async (tx) => {
      const about = { entryId: entry.id, operatorId, reason: form.value.reason, now };
      const outcome = await removeEntry(tx, deps.secrets, about);
      const subject = `waiting-entry:${entry.id}`;
      const note = {
        at: now,
        accountId: operatorId,
        officeId: at.office.id,
        action: 'remove-from-waiting-list',
        subject,
      };
      if (outcome.ok) await audit(tx, note);
      return outcome;
    });
    return goTo(reply, `${path}?done=remove`);
  });

  addListSettings(app, deps);

  async function requireEntry({ list }: AtList, entryId: string): Promise<ListedEntry> {
    if (!/^\d{1,18}$/.test(entryId)) throw notFound();
    const [entry] = await entriesOfList(deps.db, { offeringId: list.offeringId, entryId, most: 1, skip: 0 });
    // Whoever joined at another office is taken off by that one: here they only stand in line too.
    if (!entry || entry.isFromElsewhere) throw notFound();
    return entry;
  }

  async function showOffer(reply: FastifyReply, here: AtList, sent: Sent, refused?: string): Promise<FastifyReply> {
    const { at, list } = here;
    const { offeringId } = list;
    const chosen = sent.values['entry'];
    const entryId = typeof chosen === 'string' && /^\d{1,18}$/.test(chosen) ? chosen : undefined;
    const [entry] = entryId ? await entriesOfList(deps.db, { offeringId, entryId, most: 1, skip: 0 }) : [];
    const seats = await seatsToOffer(deps.db, { offeringId, from: deps.clock.now(), most: seatsShown });
    const form = { language: reply.request.language, values: sent.values, errors: sent.errors };
    return page(reply, <OfferSeatView context={reply.pageContext()} {...{ at, list, form, seats, entry, refused }} />);
  }

  function showRemove(reply: FastifyReply, { at, list }: AtList, entry: ListedEntry, sent: Sent): FastifyReply {
    const form = { language: reply.request.language, values: sent.values, errors: sent.errors };
    return page(reply, <RemoveEntryView context={reply.pageContext()} {...{ at, list, form, entry }} />);
  }
}
