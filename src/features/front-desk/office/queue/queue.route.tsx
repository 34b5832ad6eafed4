import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  bookingByCode,
  clearanceCounts,
  clearanceSections,
  listQueue,
  queueCounts,
  searchQueue,
} from '#features/booking/index.ts';
import { listOfferings, listServices } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { formList, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { type AtOffice, bookingPath, noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { takeNext, takeOne } from '../../take-from-queue.ts';
import { type QueueLook, queuePath, readQueueLook } from './queue-path.ts';
import { type QueueNotice, QueueView } from './queue.view.tsx';

const aPage = 50;
const anything = z.object({});
const deeds = ['fine', 'to-regularise', 'rejected'] as const;

/** `/office/:office/queue`: what the office has to examine, taken one by one, several at once, or the next with one click. */
export function addQueuePage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/queue', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const done = deeds.find((deed) => deed === queryText(request.query, 'done'));
    return show(reply, at, readQueueLook(request.query), { notice: done && { kind: done } });
  });

  // People's names stay out of addresses: what is looked for is sent.
  app.post('/office/:office/queue', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const form = readForm(request, anything);
    const text = formValue(form.values, 'q').trim().slice(0, 100);
    if (!request.csrfValid) return show(reply.code(403), at, readQueueLook({}), { notice: { kind: 'stale' } });
    if (!/[\p{L}\d].*[\p{L}\d]/u.test(text)) return goTo(reply, queuePath(at.office, {}));
    return show(reply, at, readQueueLook({}), { sought: text });
  });

  app.post('/office/:office/queue/next', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'take-in-charge');
    const form = readForm(request, anything);
    const look = readQueueLook(form.values);
    if (!form.ok) return show(reply.code(form.status), at, look, { notice: { kind: 'stale' } });
    const code = await takeNext(deps, { at, now: deps.clock.now() }, look);
    if (code !== undefined) return goTo(reply, `${bookingPath(at.office, code)}/examine`);
    return show(reply, at, look, { notice: { kind: 'no-next' } });
  });

  app.post('/office/:office/queue/take', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'take-in-charge');
    const form = readForm(request, anything);
    const look = readQueueLook(form.values);
    if (!form.ok) return show(reply.code(form.status), at, look, { notice: { kind: 'stale' } });
    const codes = [...new Set(formList(form.values, 'code'))].slice(0, aPage);
    if (codes.length === 0) return show(reply.code(422), at, look, { notice: { kind: 'choose-first' } });
    let taken = 0;
    for (const code of codes) {
      const booking = await bookingByCode(deps.db, deps.secrets, code);
      if (booking?.officeId !== at.office.id) continue;
      if (await takeOne(deps, { at, now: deps.clock.now() }, booking.id)) taken += 1;
    }
    const kept = new URLSearchParams({ state: 'mine', order: look.order, service: look.service ?? '' });
    const news = new URLSearchParams({ taken: String(taken), lost: String(codes.length - taken) });
    return goTo(reply, `${queuePath(at.office, {})}?${kept.toString()}&${news.toString()}`);
  });

  // Addresses of buttons, opened as pages: a reload, or the switch of language.
  for (const action of ['next', 'take']) {
    app.get(`/office/:office/queue/${action}`, async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      return goTo(reply, queuePath(at.office, {}));
    });
  }

  async function openClearances(at: AtOffice): Promise<number> {
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    const counts = await clearanceCounts(deps.db, { officeId: at.office.id, today });
    return clearanceSections.reduce((sum, section) => sum + counts[section], 0);
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    look: QueueLook,
    { sought, notice }: { sought?: string; notice?: QueueNotice | undefined },
  ): Promise<FastifyReply> {
    const now = deps.clock.now();
    const desk = { officeId: at.office.id, operatorId: at.viewer.accountId, now };
    const [counts, found, offerings, services] = await Promise.all([
      queueCounts(deps.db, { ...desk, service: look.service }),
      sought === undefined
        ? listQueue(deps.db, { ...desk, ...look, most: aPage + 1 })
        : searchQueue(deps.db, { ...desk, text: sought, most: aPage }),
      listOfferings(deps.db, at.office.id),
      listServices(deps.db),
    ]);
    const rows = found.slice(0, aPage);
    await noteReading(deps, at, { action: 'see-queue', subject: null, detail: { bookings: rows.map(({ id }) => id) } });
    const offered = services.filter(({ code }) => offerings.some(({ serviceCode }) => serviceCode === code));
    const props = { context: reply.pageContext(), at, look, counts, services: offered, sought, now };
    const clearances = offerings.some(({ clearance }) => clearance !== 'none') ? await openClearances(at) : undefined;
    const told = notice ?? takenNotice(reply.request.query);
    return page(
      reply,
      <QueueView {...props} clearances={clearances} rows={rows} more={found.length > aPage} notice={told} />,
    );
  }
}

/** What the page after the button of several says. */
function takenNotice(query: unknown): QueueNotice | undefined {
  const number = (name: string): number | undefined => {
    const text = queryText(query, name);
    return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  };
  const [taken, lost] = [number('taken'), number('lost')];
  return taken === undefined || lost === undefined ? undefined : { kind: 'taken', taken, lost };
}
