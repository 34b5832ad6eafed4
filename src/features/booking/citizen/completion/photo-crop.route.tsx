import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { type Crop, frameInside, frameSteps, stepFrame } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking } from '../../booking.query.ts';
import { ownBooking } from '../../own-booking.ts';
import { cutAnew, type NotCut } from '../../photo/cut-anew.ts';
import type { PhotoDetails } from '../../photo/photo-details.query.ts';
import { proposalOf } from '../../photo/proposal-of.query.ts';
import { readPosition } from '../../photo/read-position.ts';
import { sendSource } from '../../photo/send-photo.ts';
import { recropPhoto } from '../../photo/use-photo.ts';
import { maySendPhoto } from '../../photo-decision/decision.rules.ts';
import { backToPhoto, photoPath, positionOf, wishOf } from './photo-page.ts';
import { CropView } from './photo-crop.view.tsx';

const number = z.coerce.number().catch(Number.NaN);
const frame = z.object({ left: number, top: number, height: number });
const cropForm = frame.extend({
  person: z.string().optional(),
  proposal: z.string().optional(),
  step: z.enum(frameSteps).optional().catch(undefined),
  tries: z.coerce.number().int().min(0).max(99).catch(0),
});

const lost = { ok: false, reason: 'no-photo' } as const;

/**
 * `/bookings/:code/photo/crop?person=`: the frame of a proposal, put right by hand. Each press of a button leads to the same
 * page with the frame in its address, so that it works without scripts, and going back goes one step back.
 */
export function addPhotoCropPage(app: FastifyInstance, deps: Deps): void {
  const address = '/bookings/:code/photo/crop';

  app.get(address, async (request, reply) => {
    const found = await find(request, positionIn(request.query));
    if (!found) return backToPhoto(reply, ...(await whereFrom(request)), lost);
    return show(reply, found, frameOf(frame.safeParse(request.query).data, found.details));
  });

  app.post(address, async (request, reply) => {
    const form = readForm(request, cropForm);
    const found = await find(request, queryText(form.values, 'person'));
    if (!found) return backToPhoto(reply, ...(await whereFrom(request)), lost);
    const { booking, details } = found;
    const wished = frame.safeParse(form.values).data;
    const crop = frameOf(wished, details);
    if (!form.ok) return show(reply.code(form.status), found, crop);
    const { position, source } = details;
    const { step, proposal, tries } = form.value;
    if (step) {
      const { left, top, height } = stepFrame(crop, step, source);
      return goTo(reply, `${photoPath(booking, position, '/crop')}&left=${left}&top=${top}&height=${height}`);
    }
    if (proposal !== details.id) return afterAnother(reply, found, crop);
    const cut = await cutAnew(deps, { details, crop, accountId: requireViewer(request).accountId });
    if (cut === 'gone') return backToPhoto(reply, booking, position, lost);
    if ('busyFor' in cut) {
      return show(reply.code(503).header('retry-after', String(cut.busyFor)), found, crop, { ...cut, tries });
    }
    const wish = { ...wishOf(deps, request, booking, position), photoId: details.id, cut };
    const outcome = await transact(deps.db, (tx) => recropPhoto(tx, deps.secrets, wish));
    const now = outcome.ok ? undefined : await find(request, String(position));
    return now ? afterAnother(reply, now, crop) : backToPhoto(reply, booking, position, outcome, '#proposal');
  });

  app.get('/bookings/:code/photo/source', async (request, reply) => {
    const found = await find(request, positionIn(request.query));
    const id = queryText(request.query, 'id');
    const sent = found?.details.id === id && (await sendSource(reply, deps, { id }));
    if (!sent) throw notFound();
    return reply;
  });

  async function find(request: FastifyRequest, person: string): Promise<Found | undefined> {
    const booking = await ownBooking(deps, request);
    const position = readPosition(person, booking);
    const details = await proposalOf(deps, booking, position);
    const { source } = details ?? {};
    if (!details || !source || !maySendPhoto(booking, position, deps.clock.now())) return undefined;
    return { booking, details: { ...details, source } };
  }

  /** Another is there by now: of whoever pressed twice it is the same picture, cut as they wished. */
  function afterAnother(reply: FastifyReply, { booking, details }: Found, wished: Crop): FastifyReply {
    const { left, top, height } = details.crop;
    const isDone = left === wished.left && top === wished.top && height === wished.height;
    const outcome = isDone ? ({ ok: true } as const) : ({ ok: false, reason: 'photo-changed' } as const);
    return backToPhoto(reply, booking, details.position, outcome, '#proposal');
  }

  async function whereFrom(request: FastifyRequest): Promise<[Booking, number]> {
    const booking = await ownBooking(deps, request);
    return [booking, positionOf(request, booking)];
  }

  function show(
    reply: FastifyReply,
    { booking, details }: Found,
    crop: Crop,
    notCut?: NotCut & { tries: number },
  ): FastifyReply {
    const tries = notCut?.tries ?? 0;
    return page(reply, <CropView {...{ context: reply.pageContext(), booking, details, crop, notCut, tries }} />);
  }
}

type Croppable = PhotoDetails & { readonly source: NonNullable<PhotoDetails['source']> };

interface Found {
  readonly booking: Booking;
  readonly details: Croppable;
}

function positionIn(query: unknown): string {
  return queryText(query, 'person');
}

/** What was asked for, as far as it lies in the picture; else the cut as it is. */
function frameOf(wished: z.output<typeof frame> | undefined, { crop, source }: Croppable): Crop {
  const isGiven = wished && [wished.left, wished.top, wished.height].every(Number.isFinite);
  return isGiven ? frameInside(wished, source) : crop;
}
