import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  cancelDraw,
  drawSlots,
  findRegistrationDraw,
  namesOfRegistrations,
  progressOf,
  type RegistrationDraw,
  resultsOf,
} from '#features/booking/index.ts';
import { audit } from '#features/audit/index.ts';
import { mayDo } from '#features/identity/index.ts';
import { releasesBeside, shareRoomWith } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type AtOffice, deskPath, noteReading, openDesk } from '../../at-office.ts';
import { DrawDeskView } from './draw-desk.view.tsx';

interface DrawParams {
  Params: { office: string; release: string };
}

const address = '/office/:office/releases/:release/registrations';
const most = 100;
const shareSchema = z.object({ code: z.string().max(100) });
const cancelSchema = z.object({ reason: z.string().trim().min(1, 'required').max(500, 'too-long') });

/** A registration draw for its office: how far it is, who got which seat, and calling it off. */
export function addDrawDesk(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request: FastifyRequest<DrawParams>, reply) => {
    const at = await openDesk(deps, request, 'see-agenda');
    return show(request, reply, at, await drawOf(request, at), { values: {}, errors: [] });
  });

  app.post(`${address}/cancel`, async (request: FastifyRequest<DrawParams>, reply) => {
    const at = await openDesk(deps, request, 'edit-planner');
    const draw = await drawOf(request, at);
    const form = readForm(request, cancelSchema);
    if (!form.ok) return show(request, reply.code(form.status), at, draw, form);
    const outcome = await transact(deps.db, (tx) =>
      cancelDraw(tx, {
        roomId: draw.roomId,
        officeId: at.office.id,
        accountId: at.viewer.accountId,
        reason: form.value.reason,
        now: deps.clock.now(),
      }),
    );
    if (outcome.ok)
      return goTo(reply, `${deskPath(at.office, `releases/${draw.code}/registrations`)}?told=${outcome.told}`);
    if (outcome.reason === 'not-found') throw notFound('unknown-release');
    return show(request, reply.code(409), at, draw, { values: form.values, errors: [] }, true);
  });

  app.post(`${address}/offices`, async (request: FastifyRequest<DrawParams>, reply) => {
    const at = await openDesk(deps, request, 'edit-planner');
    const draw = await drawOf(request, at);
    const form = readForm(request, shareSchema);
    const { roomId } = draw;
    if (!form.ok) return show(request, reply.code(form.status), at, draw, { values: {}, errors: [] });
    const beside = (await releasesBeside(deps.db, roomId)).find(({ code }) => code === form.value.code);
    // Both offices give their seats away: whoever adds one decides for both.
    if (!beside || !mayDo(at.viewer, beside.officeId, 'edit-planner')) throw new HttpProblem(403, 'forbidden');
    const outcome = await transact(deps.db, async (tx) => {
      const shared = await shareRoomWith(tx, { roomId, code: beside.code });
      const entry = { at: deps.clock.now(), accountId: at.viewer.accountId, action: 'share-registration-draw' };
      if (shared.ok)
        for (const officeId of [at.office.id, shared.officeId])
          await audit(tx, { ...entry, officeId, subject: `room:${roomId}`, detail: { release: beside.code } });
      return shared;
    });
    const news = outcome.ok ? 'added' : 'alreadyJoined';
    return goTo(reply, `${deskPath(at.office, `releases/${draw.code}/registrations`)}?news=${news}`);
  });

  async function drawOf(request: FastifyRequest<DrawParams>, at: AtOffice): Promise<RegistrationDraw> {
    const draw = await findRegistrationDraw(deps.db, request.params.release);
    if (draw?.officeId !== at.office.id) throw notFound('unknown-release');
    return draw;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    draw: RegistrationDraw,
    { values, errors }: { values: FormValues; errors: readonly FieldError[] },
    isTooLate = false,
  ): Promise<FastifyReply> {
    const { roomId } = draw;
    const now = deps.clock.now();
    const typed = queryText(request.query, 'after');
    const after = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
    const [progress, found, slots, beside] = await Promise.all([
      progressOf(deps.db, roomId),
      resultsOf(deps.db, { roomId, after, most: most + 1 }),
      drawSlots(deps.db, { roomId, now }),
      releasesBeside(deps.db, roomId),
    ]);
    const results = found.slice(0, most);
    const seesNames = at.may('see-booking') && results.length > 0;
    const names = seesNames
      ? await namesOfRegistrations(deps.db, deps.secrets, { roomId, numbers: results.map(({ number }) => number) })
      : new Map<number, { readonly names: readonly string[]; readonly bookingCode: string | null }>();
    if (seesNames) await noteReading(deps, at, { action: 'see-registrations', subject: `room:${roomId}` });
    const together = beside.filter(({ isIn, officeId }) => isIn || mayDo(at.viewer, officeId, 'edit-planner'));
    const typedNews = queryText(request.query, 'news');
    const news: 'added' | 'alreadyJoined' | undefined =
      typedNews === 'added' || typedNews === 'alreadyJoined' ? typedNews : undefined;
    const entered = queryText(request.query, 'entered');
    const told = queryText(request.query, 'told');
    const props = { context: reply.pageContext(), at, draw, progress, results, names, now, isTooLate, together, news };
    return page(
      reply,
      <DrawDeskView
        {...props}
        free={slots.reduce((sum, slot) => sum + slot.free, 0)}
        next={found.length > most ? results.at(-1)?.place : undefined}
        entered={/^\d{1,9}$/.test(entered) ? Number(entered) : undefined}
        told={/^\d{1,9}$/.test(told) ? Number(told) : undefined}
        form={{ language: request.language, values, errors }}
      />,
    );
  }
}
