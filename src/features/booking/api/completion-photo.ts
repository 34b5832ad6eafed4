import type { Examined } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldErrors } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking } from '../booking.query.ts';
import { proposePhoto } from '../photo/keep-photo.ts';
import { lacksToBeSaid, nothingSaid } from '../photo/said.rules.ts';
import { acceptPhotoSaying } from '../photo/use-photo.ts';
import { proposalOf } from '../photo/proposal-of.query.ts';
import { verdictView } from './completion-view.ts';
import { type OfPerson, photoAnswerOf, refuseUse, saidBody, saidOf, wishOf } from './completion-photo-request.ts';
import { refuseFields } from './refuse.ts';

/** Keeps what a program sent: it counts at once where nothing is left to be said, else it is proposed. */
export async function keepSent(
  deps: Deps,
  request: OfPerson,
  { booking, examined, fields }: { booking: Booking; examined: Examined; fields: Readonly<Record<string, string>> },
): Promise<ApiAnswer> {
  const { language } = request;
  const title = problemTitle('invalid-request', language);
  const wish = wishOf(deps, request, booking);
  if (examined.portrait === undefined) {
    const kept = booking.photos.some((photo) => photo.position === wish.position && photo.state === 'accepted');
    const body = verdictView(examined, { language, kept });
    // What is no picture is a bad request; a picture that will not do is an answer.
    if (examined.checks.some(({ id }) => id === 'proportions')) return { status: 200, body };
    const errors = examined.checks.map(({ finding }, index) => {
      return { field: 'photo', reason: finding, message: body.checks[index]?.message ?? '' };
    });
    const refused = refuseFields(request, errors, title);
    return { ...refused, body: { ...(refused.body as object), ...body } };
  }
  const parsed = saidBody.safeParse(saidFields(fields));
  if (!parsed.success) return refuseFields(request, fieldErrors(parsed.error, language), title);
  const said = saidOf(parsed.data, nothingSaid);
  const kept = { ...examined, portrait: examined.portrait };
  const proposed = await transact(deps.db, (tx) => proposePhoto(tx, deps.secrets, { ...wish, examined: kept, said }));
  if (!proposed.ok) return refuseUse(request, proposed.reason);
  const lacks = lacksToBeSaid(examined.checks, said);
  const details = await proposalOf(deps, booking, wish.position);
  if (details && (lacks === undefined || lacks === 'needs-declarations')) {
    const use = { ...wish, photoId: details.id, said, undeclared: true };
    const outcome = await transact(deps.db, (tx) => acceptPhotoSaying(tx, deps.secrets, use));
    if (!outcome.ok) return refuseUse(request, outcome.reason);
    return { status: 200, body: await photoAnswerOf(deps, request, booking, 'accepted') };
  }
  return { status: 200, body: await photoAnswerOf(deps, request, booking, 'proposed') };
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
