import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { Language } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { askOffice } from '../../requests/ask-office.ts';
import { requestsOf } from '../../requests/request.query.ts';
import { longestRequest, requestKinds } from '../../requests/request.rules.ts';
import { endRefusal } from '../../cancel.rules.ts';
import type { Door, OwnBooking } from './door.ts';
import { requestTexts } from './request.text.ts';
import { RequestView } from './request.view.tsx';

const requestSchema = z.object({
  kind: z.enum(requestKinds, 'kind-required'),
  text: z
    .string('text-required')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'text-required').max(longestRequest, 'too-long')),
});

/** `/bookings/:code/requests`: asks the office for what one may not do alone. */
export function addRequestPages(app: FastifyInstance, deps: Deps, door: Door): void {
  const address = `${door.pattern}/requests`;

  app.get(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    if (isOver(opened)) return goTo(reply, opened.path);
    return show(reply, opened, freshForm(request.language));
  });

  app.post(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    if (isOver(opened)) return goTo(reply, opened.path);
    const { language } = request;
    const form = readForm(request, requestSchema, (key) => faultWords(key, language));
    if (!form.ok) return show(reply.code(form.status), opened, { language, values: form.values, errors: form.errors });
    const { booking, accountId, path } = opened;
    const outcome = await transact(deps.db, (tx) =>
      askOffice(tx, deps.secrets, { ...form.value, bookingId: booking.id, accountId, now: deps.clock.now() }),
    );
    if (outcome.ok) return goTo(reply, path);
    if (outcome.reason !== 'already-asked' && outcome.reason !== 'too-many-requests') return goTo(reply, path);
    const t = requestTexts.for(language);
    const message = outcome.reason === 'already-asked' ? t('alreadyAsked') : t('tooMany');
    const errors = [{ field: 'kind', reason: outcome.reason, message }];
    return show(reply.code(outcome.reason === 'already-asked' ? 409 : 429), opened, {
      language,
      values: { ...form.value },
      errors,
    });
  });

  function isOver({ booking }: OwnBooking): boolean {
    return endRefusal(booking) !== undefined || Temporal.Instant.compare(booking.endsAt, deps.clock.now()) <= 0;
  }

  /** With what waits for an answer already. */
  async function show(reply: FastifyReply, { booking, path }: OwnBooking, form: FormState): Promise<FastifyReply> {
    const asked = await requestsOf(deps.db, deps.secrets, booking.id);
    const open = asked.filter(({ state }) => state === 'open');
    return page(reply, <RequestView context={reply.pageContext()} {...{ booking, path, form, open }} />);
  }
}

function faultWords(key: string, language: Language): string | undefined {
  const t = requestTexts.for(language);
  if (key === 'kind-required') return t('kindRequired');
  return key === 'text-required' ? t('textRequired') : undefined;
}
