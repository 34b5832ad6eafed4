import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { personName } from '#features/identity/index.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { notBefore } from '#platform/http/steady-time.ts';
import { queryText } from '#platform/http/query.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { type Booking, bookingByCode } from '../../booking.query.ts';
import { findByCode } from '../../find-by-code.ts';
import { readCode } from '../../code.rules.ts';
import { codeLength } from '../../typed-code.rules.ts';
import { FindBookingView } from './find-booking.view.tsx';
import { findBookingTexts } from './find-booking.text.ts';

const nothing = z.literal('').transform(() => undefined);

const findForm = z
  .object({
    code: z
      .string('required')
      .transform(readCode)
      .pipe(
        z
          .string()
          .min(1, 'required')
          .regex(/^[0-9A-Z]{3,40}$/, 'code'),
      ),
    familyName: z.union([nothing, personName(80)]).optional(),
    birthDate: z.union([nothing, typedDateSchema]).optional(),
  })
  .refine((known) => known.familyName !== undefined || known.birthDate !== undefined, {
    path: ['familyName'],
    message: 'surname-or-date',
  });

/** Milliseconds: whether a code exists is not to be told by the time. */
const searchTime = 300;
const hour = 3600;

/**
 * `/find-booking`: a booking by its code and a surname or birth date, for whoever has no account: booked at the desk or by
 * telephone, on paper. `linkOf` gives the page where it is shown, confirmed, moved and cancelled without logging in.
 */
export function addFindBooking(
  app: FastifyInstance,
  deps: Deps,
  { linkOf }: { linkOf: (booking: Booking, now: Temporal.Instant) => string },
): void {
  app.get('/find-booking', async (request, reply) => {
    const code = queryText(request.query, 'code').slice(0, 20);
    const own = await bookingOfViewer(request, code);
    return own ? goTo(reply, `/bookings/${own.code}`) : show(request, reply, { code });
  });

  app.post('/find-booking', async (request, reply) => {
    const form = readForm(request, findForm, messagesOf(request));
    if (!form.ok) return show(request, reply.code(form.status), form.values, form.errors);
    await slowGuesses(request, form.value.code);
    const { code, familyName, birthDate } = form.value;
    const found = findByCode(deps.db, deps.secrets, { code, familyName, birthDate });
    const booking = await (deps.config.limits ? notBefore(searchTime, found) : found);
    if (booking) return goTo(reply, linkOf(booking, deps.clock.now()));
    const t = findBookingTexts.for(request.language);
    // Not ours by its form, nor known as the code of a system that bookings came from.
    if (code.length !== codeLength) {
      const error = { field: 'code', reason: 'code', message: t('codeWrong') };
      return show(request, reply.code(422), form.values, [error]);
    }
    const message = t('none');
    return show(request, reply.code(422), form.values, [{ field: '', reason: 'not-found', message }]);
  });

  /** Whose booking it is needs no proof beyond the login. */
  async function bookingOfViewer(request: FastifyRequest, typed: string): Promise<Booking | undefined> {
    const code = readCode(typed);
    if (request.viewer === null || code === '') return undefined;
    const booking = await bookingByCode(deps.db, deps.secrets, code);
    return booking?.accountId === request.viewer.accountId ? booking : undefined;
  }

  /** Ten tries an hour at one code, thirty by one browser; a whole town's by one address. */
  async function slowGuesses(request: FastifyRequest, code: string): Promise<void> {
    if (!deps.config.limits) return;
    const browser = request.cookies[csrfCookie];
    const network = networkOf(request.ip);
    const allowances = [
      { who: `find-booking code ${code}`, most: 10, seconds: hour },
      ...(browser ? [{ who: `find-booking browser ${browser}`, most: 30, seconds: hour }] : []),
      ...(network ? [{ who: `find-booking network ${network}`, most: 600, seconds: hour }] : []),
    ];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    values: FormValues,
    errors: readonly FieldError[] = [],
  ): FastifyReply {
    const form = { ...freshForm(request.language, values), errors };
    return page(reply, <FindBookingView context={reply.pageContext()} form={form} />);
  }
}

function messagesOf({ language }: FastifyRequest): (key: string) => string | undefined {
  const t = findBookingTexts.for(language);
  const known = {
    'code.required': t('codeMissing'),
    code: t('codeWrong'),
    'surname-or-date': t('surnameOrDate'),
  } as const;
  return (key) => (Object.hasOwn(known, key) ? known[key as keyof typeof known] : undefined);
}
