import type { Examined } from '#features/photo/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldErrors } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { problemTitle } from '#platform/http/problem.ts';
import type { Booking } from '../booking.query.ts';
import { proposePhoto } from '../photo/keep-photo.ts';
import { lacksToBeSaid, nothingSaid } from '../photo/said.rules.ts';
import { acceptPhotoSaying } from '../photo/use-photo.ts';
import { verdictView } from './completion-view.ts';
import { type OfPerson, photoAnswerOf, refuseUse, saidBody, saidOf, wishOf } from './completion-photo-request.ts';
import { refuseFields } from './refuse.ts';

interface Sent {
  readonly booking: Booking;
  readonly examined: Examined;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Keeps what a program sent: it counts at once where nothing is left to be said, else it is proposed. Proposed and accepted
 * in one transaction, so that nobody finds one that its program takes for accepted.
 */
export async function keepSent(tx: Tx, deps: Deps, request: OfPerson, sent: Sent): Promise<ApiAnswer> {
  const { booking, examined, fields } = sent;
  if (examined.portrait === undefined) return noPortrait(deps, request, sent);
  const parsed = saidBody.safeParse(saidFields(fields));
  if (!parsed.success) {
    const title = problemTitle('invalid-request', request.language);
    return refuseFields(request, fieldErrors(parsed.error, request.language), title);
  }
  const wish = wishOf(deps, request, booking);
  const said = saidOf(parsed.data, nothingSaid);
  const kept = { ...examined, portrait: examined.portrait };
  const proposed = await proposePhoto(tx, deps.secrets, { ...wish, examined: kept, said });
  if (!proposed.ok) return refuseUse(request, proposed.reason);
  const lacks = lacksToBeSaid(examined.checks, said);
  const counts = lacks === undefined || lacks === 'needs-declarations';
  if (counts) {
    const use = { ...wish, photoId: proposed.photoId, said, undeclared: true };
    const outcome = await acceptPhotoSaying(tx, deps.secrets, use);
    if (!outcome.ok) return refuseUse(request, outcome.reason);
  }
  const state = counts ? 'accepted' : 'proposed';
  return { status: 200, body: await photoAnswerOf(deps, request, booking, { state, db: tx }) };
}

/** What is no picture is a bad request; a picture that will not do is an answer. */
function noPortrait(deps: Deps, request: OfPerson, { booking, examined }: Sent): ApiAnswer {
  const { language } = request;
  const { position } = wishOf(deps, request, booking);
  const kept = booking.photos.some((photo) => photo.position === position && photo.state === 'accepted');
  const body = verdictView(examined, { language, kept });
  if (examined.checks.some(({ id }) => id === 'proportions')) return { status: 200, body };
  const errors = examined.checks.map(({ finding }, index) => {
    return { field: 'photo', reason: finding, message: body.checks[index]?.message ?? '' };
  });
  const refused = refuseFields(request, errors, problemTitle('invalid-request', language));
  return { ...refused, body: { ...(refused.body as object), ...body } };
}

/** Fields of a form with a file, as a body of JSON would say them. */
function saidFields({ reason, words, declared, headCovered }: Readonly<Record<string, string>>) {
  return {
    ...(reason && { reason }),
    ...(words && { words }),
    ...(declared && { declared: declared.split(/[\s,]+/).filter(Boolean) }),
    ...(headCovered !== undefined && { headCovered: ['yes', 'true', '1'].includes(headCovered) }),
  };
}
