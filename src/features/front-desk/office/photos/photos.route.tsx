import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  bookingByCode,
  decisionsOf,
  listPhotos,
  photoCounts,
  photoDetailsOf,
  type QueuedPhoto,
  readCode,
  readPosition,
  takenDecision,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type AtOffice, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';
import { decideAtDesk, undoAtDesk } from '../../decide-photo-at-desk.ts';
import { notePhotosSeen, visitMinutes } from '../../photos-listed.ts';
import { readDecision } from './decide.form.ts';
import { type LostWhy, lostWhys, PhotosView, type ShownPhoto } from './photos.view.tsx';
import { type PhotoPlace, type PhotosLook, photosPath, readPhotosLook, readPlace } from './photos-path.ts';

type DeskRequest = FastifyRequest<OfficeParams>;

// The photo's own page, where one is sent at the desk, is `completion/photo.route.tsx`.
const decideAddress = '/office/:office/bookings/:code/photo/decide';
const undoAddress = '/office/:office/bookings/:code/photo/undo';

const listed = 50;
const anything = z.record(z.string(), z.unknown());
const decisionForm = z.object({ decision: z.string().regex(/^\d{1,18}$/) });

/** `/office/:office/photos`: the photos people sent, one after the other; each is decided with one press. */
export function addPhotosPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/photos', async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const lost = lostWhys.find((why) => why === queryText(request.query, 'lost'));
    return show(reply, at, readPhotosLook(request.query), { lost });
  });

  app.post(decideAddress, async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, anything);
    const { values } = form;
    const position = readPosition(formValue(values, 'person'), booking);
    const look = { ...readPhotosLook(values), at: { code: booking.code, position } };
    if (!form.ok) return show(reply.code(form.status), at, look, { values, lost: 'stale' });
    const read = readDecision(values, request.language);
    if (!read.ok) return show(reply.code(422), at, look, { values, errors: read.errors });
    const next = { view: look.view, at: readPlace(formValue(values, 'next')) };
    const desk = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
    const outcome = await transact(deps.db, (tx) => decideAtDesk(tx, deps.secrets, { ...desk, ...read, position }));
    if (outcome.ok) return goTo(reply, photosPath(at.office, { ...next, done: outcome.id }));
    switch (outcome.reason) {
      case 'not-found':
        throw notFound('unknown-booking');
      case 'needs-reason': {
        const again = readDecision({ ...values, decision: 'override' }, request.language);
        return show(reply.code(422), at, look, { values, errors: again.ok ? [] : again.errors });
      }
      case 'cancelled':
      case 'over':
        return goTo(reply, photosPath(at.office, { ...next, lost: 'over' }));
      case 'photo-changed':
        return goTo(reply, photosPath(at.office, { ...look, lost: 'photo-changed' }));
      case 'already-decided':
      case 'no-photo':
        return goTo(reply, photosPath(at.office, { ...next, lost: outcome.reason }));
    }
  });

  app.post(undoAddress, async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, decisionForm);
    const { view } = readPhotosLook(form.values);
    const look = { view, at: readPlace(formValue(form.values, 'at')) };
    if (!form.ok) return show(reply.code(form.status), at, look, { lost: 'stale' });
    const desk = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
    const { decision: decisionId } = form.value;
    const outcome = await transact(deps.db, (tx) => undoAtDesk(tx, { ...desk, decisionId }));
    if (outcome.ok) {
      const place = { code: booking.code, position: outcome.position };
      return goTo(reply, photosPath(at.office, { at: place, undone: true }));
    }
    if (outcome.reason === 'not-found') throw notFound('unknown-booking');
    const lost = outcome.reason === 'cancelled' ? 'over' : outcome.reason;
    return goTo(reply, photosPath(at.office, { ...look, lost }));
  });

  // Addresses of buttons, opened as pages: a reload, or the switch of language.
  for (const address of [decideAddress, undoAddress]) {
    app.get(address, async (request: DeskRequest, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const { code, people } = await requireBooking(deps, request, at);
      return goTo(reply, photosPath(at.office, { at: { code, position: people[0]?.position ?? 0 } }));
    });
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    look: PhotosLook,
    state: { values?: FormValues; errors?: readonly FieldError[]; lost?: LostWhy | undefined },
  ): Promise<FastifyReply> {
    const { db, clock } = deps;
    const { query } = reply.request;
    const here = { officeId: at.office.id, now: clock.now() };
    const by = {
      officeId: at.office.id,
      operatorId: at.viewer.accountId,
      since: here.now.subtract({ minutes: visitMinutes }),
    };
    const doneId = /^\d{1,18}$/.exec(queryText(query, 'done'))?.[0];
    const [counts, rows, done] = await Promise.all([
      photoCounts(db, here),
      listPhotos(db, { ...here, view: look.view, most: listed }),
      doneId === undefined ? undefined : takenDecision(db, { id: doneId, ...by }),
    ]);
    const shown = await read(at, look.at, rows);
    const listedNow = rows.map(({ bookingId }) => bookingId);
    await notePhotosSeen(deps, at, { shown: shown?.booking.id, listed: listedNow, done: done?.bookingId });
    const context = reply.pageContext();
    const { values = {}, errors = [], lost } = state;
    const form = { language: context.language, values, errors };
    const notice = { done, lost, undone: queryText(query, 'undone') !== '' };
    return page(reply, <PhotosView {...{ context, at, look, counts, rows, shown, form, notice }} />);
  }

  /** The one asked for, or the first of the list. */
  async function read(
    at: AtOffice,
    wanted: PhotoPlace | undefined,
    rows: readonly QueuedPhoto[],
  ): Promise<ShownPhoto | undefined> {
    const isListed = rows.some(({ code, position }) => code === wanted?.code && position === wanted.position);
    const candidates = isListed ? [wanted] : [wanted, rows[0]];
    for (const place of candidates) {
      const booking = place && (await bookingByCode(deps.db, deps.secrets, readCode(place.code)));
      const person = booking?.people.find(({ position }) => position === place?.position);
      if (booking?.officeId !== at.office.id || person === undefined) continue;
      const [details, decisions] = await Promise.all([
        photoDetailsOf(deps.db, deps.secrets, booking.id),
        decisionsOf(deps.db, deps.secrets, booking.id),
      ]);
      const { position } = person;
      const photo = booking.photos.find((one) => one.position === position && one.state === 'accepted');
      return {
        booking,
        person,
        photo,
        details: details.find(({ id }) => id === photo?.id),
        decisions: decisions.filter((decision) => decision.position === position),
      };
    }
    return undefined;
  }
}
