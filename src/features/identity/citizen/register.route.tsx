import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { fieldMessages } from '../fields.ts';
import type { Limits } from '../limits.ts';
import { hashPassword } from '../password/password.ts';
import { register } from '../account/register.ts';
import { passwordMark, rememberRegistration } from '../account/registration-cookie.ts';
import { registrationSchema } from '../account/registration-form.ts';
import { afterwardsFor } from './afterwards.ts';
import { nextIn, nextOf } from './next-path.tsx';
import { RegisterView } from './register.view.tsx';

/** `/register`: opens an account; the next page asks for the code that was sent. */
export function addRegisterPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get('/register', (request, reply) => {
    const next = nextOf(request.query);
    if (request.viewer !== null) return goTo(reply, next ?? afterwardsFor(request.viewer));
    return page(reply, <RegisterView context={reply.pageContext()} form={freshForm(request.language)} next={next} />);
  });

  app.post('/register', { preHandler: limits.register }, async (request, reply) => {
    const { language } = request;
    const now = deps.clock.now();
    const schema = registrationSchema(now.toZonedDateTimeISO('UTC').toPlainDate());
    const form = readForm(request, schema, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) {
      const context = reply.pageContext();
      return page(reply.code(form.status), <RegisterView context={context} form={{ language, ...form }} next={next} />);
    }
    const { password, ...person } = form.value;
    const passwordHash = await hashPassword(password);
    const registration = { ...person, passwordHash, language };
    const made = await transact(deps.db, (tx) => register(tx, { registration, now, secrets: deps.secrets }));
    rememberRegistration(reply, deps, {
      accountId: made.accountId,
      email: person.email,
      decoy: made.decoy,
      next: next ?? '/',
      passwordMark: passwordMark(deps, passwordHash),
    });
    return goTo(reply, '/verify-email?sent=first');
  });
}
