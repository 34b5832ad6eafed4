import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { FormValues } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { freshForm } from '#ui/fields/form.tsx';
import type { Booking } from '../../booking.query.ts';
import type { StaleNotice } from '../../photo/photo-notice.view.tsx';
import { photoDetailsOf } from '../../photo/photo-details.query.ts';
import { asksAnother, standingDecision } from '../../photo-decision/decision.rules.ts';
import { decisionsOf } from '../../photo-decision/decision.query.ts';
import { PhotoView } from './photo.view.tsx';

/** The page of one person's photo, with what was just sent where it was refused. */
export async function showPhoto(
  deps: Deps,
  reply: FastifyReply,
  shown: {
    booking: Booking;
    position: number;
    /** what was marked beside a file, and what was wrong with it */
    sent?: FormValues;
    errors?: readonly FieldError[];
    busyFor?: number;
    /** what was declared, and what was missing in it */
    use?: { values: FormValues; errors: readonly FieldError[] };
    /** what was refused before */
    notice?: StaleNotice | undefined;
  },
): Promise<FastifyReply> {
  const { booking, position, sent = {}, errors = [], busyFor, use, notice } = shown;
  const { language } = reply.request;
  const details = (await photoDetailsOf(deps.db, deps.secrets, booking.id)).filter((one) => one.position === position);
  const said = details.find(({ state }) => state === 'proposed')?.said;
  const asked = asksAnother(booking, position) ? standingDecision(booking, position) : undefined;
  const decisions = asked ? await decisionsOf(deps.db, deps.secrets, booking.id) : [];
  const values = { headCovered: said?.headCovered ? 'yes' : '', ...sent };
  return page(
    reply,
    <PhotoView
      context={reply.pageContext()}
      booking={booking}
      position={position}
      details={details}
      why={decisions.find(({ id }) => id === asked?.id)?.why}
      form={{ ...freshForm(language, values), errors }}
      use={{ ...freshForm(language, use?.values ?? {}), errors: use?.errors ?? [], scope: 'use' }}
      busyFor={busyFor}
      notice={notice}
      now={deps.clock.now()}
    />,
  );
}
