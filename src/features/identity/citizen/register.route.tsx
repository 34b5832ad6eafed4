import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import type { FormValues } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Doors } from '../doors/door.ts';
import { signIntent } from '../doors/intent.ts';
import { fieldMessages } from '../fields.ts';
import { mayOpenLocal } from '../local-accounts/local-account.rules.ts';
import { localAccountRule } from '../local-accounts/local-account-rule.query.ts';
import type { Limits } from '../limits.ts';
import { hashPassword } from '../password/password.ts';
import { countriesToLiveIn } from '../account/countries.query.ts';
import { birthDateOf, parseCodiceFiscale } from '../codice-fiscale/codice-fiscale.ts';
import { register } from '../account/register.ts';
import { type TypedPerson, typedPerson } from '../account/typed-person-cookie.ts';
import { passwordMark, rememberRegistration } from '../account/registration-cookie.ts';
import { registrationSchema } from '../account/registration-form.ts';
import { afterwardsFor } from './afterwards.ts';
import { isBooking, nextIn, nextOf, withNext } from './next-path.tsx';
import { registerTexts } from './register.text.ts';
import { RegisterView } from './register.view.tsx';

/** `/register`: opens an account; the next page asks for the code that was sent. */
export function addRegisterPage(app: FastifyInstance, deps: Deps, limits: Limits, { doors }: { doors: Doors }): void {
  app.get('/register', async (request, reply) => {
    const next = nextOf(request.query);
    if (request.viewer !== null) return goTo(reply, next ?? afterwardsFor(request.viewer));
    const known = knownOf(typedPerson(request, deps), deps.clock.now());
    return show(request, reply, freshForm(request.language, known), next);
  });

  app.post('/register', { preHandler: limits.register }, async (request, reply) => {
    const { language } = request;
    const now = deps.clock.now();
    const schema = registrationSchema(now.toZonedDateTimeISO('UTC').toPlainDate());
    const form = readForm(request, schema, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) {
      return show(request, reply.code(form.status), { language, ...form }, next);
    }
    const { password, country, ...person } = form.value;
    if (livesAbroad(country) && !mayOpenLocal(await localAccountRule(deps.db), now)) {
      const errors = [
        fieldError('country', 'local-account-closed', language, registerTexts.for(language)('closedAbroad')),
      ];
      return show(request, reply.code(422), { language, values: form.values, errors }, next);
    }
    const passwordHash = await hashPassword(password);
    const registration = { ...person, passwordHash, language };
    const made = await transact(deps.db, (tx) => register(tx, { registration, now, secrets: deps.secrets }));
    rememberRegistration(reply, deps, {
      accountId: made.accountId,
      email: person.email,
      decoy: made.decoy,
      next: afterRegistering(next, country),
      passwordMark: passwordMark(deps, passwordHash),
    });
    return goTo(reply, '/verify-email?sent=first');
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    next: string | undefined,
  ): Promise<FastifyReply> {
    const view = {
      countries: await countriesToLiveIn(deps.db),
      doors: doors(),
      intent: signIntent(deps, request, { next, purpose: 'login' }),
      lastOpeningDay: (await localAccountRule(deps.db)).lastOpeningDay,
    };
    return page(reply, <RegisterView context={reply.pageContext()} form={form} next={next} {...view} />);
  }
}

/** Whom a consular office serves. */
function livesAbroad(country: string | undefined): boolean {
  return country !== undefined && country !== '' && country.toUpperCase() !== 'IT';
}

/** What they have written before, looking for a date or for a seat: the codice fiscale says the day of birth too. */
function knownOf(person: TypedPerson | undefined, now: Temporal.Instant): FormValues {
  if (!person) return {};
  const { givenName, familyName, codiceFiscale } = person;
  const parsed = parseCodiceFiscale(codiceFiscale);
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const birthDate = parsed.ok ? birthDateOf(parsed.codiceFiscale, today).toString() : '';
  return { givenName, familyName, codiceFiscale, birthDate };
}

/** The office that serves them is proposed next, unless a seat is waiting. */
function afterRegistering(next: string | undefined, country: string | undefined): string {
  if (!country || isBooking(next)) return next ?? '/';
  return withNext(`/profile/office?country=${country.toUpperCase()}`, next);
}
