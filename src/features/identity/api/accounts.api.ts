import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { problemAnswer } from '#platform/http/problem-answer.ts';
import { fieldError, fieldErrors } from '#platform/http/form.ts';
import { anonymousCaller, idempotencyOf, once, onceAfter, sendAnswer } from '#platform/http/idempotency.ts';
import { type FieldError, HttpProblem, problem } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { languages } from '#platform/language.ts';
import { unprovedAccount } from '../account.query.ts';
import { codeField, emailField, fieldMessages } from '../fields.ts';
import type { Limits } from '../limits.ts';
import { isClosedTo } from '../local-accounts/local-account-rule.query.ts';
import { hashPassword } from '../password/password.ts';
import { proveByCode } from '../prove-email.ts';
import { register } from '../account/register.ts';
import { registrationSchema } from '../account/registration-form.ts';
import { identityProblemTexts } from './api.text.ts';

// What is sent, described; it is judged by the form's own schema, so that page and API give the same words.
const accountBody = z.object({
  email: z.string(),
  password: z.string().describe('at least 12 characters, not a common one'),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().describe('YYYY-MM-DD'),
  birthPlace: z.string().optional(),
  codiceFiscale: z.string().optional(),
  phone: z.string().optional(),
  office: z.string().optional().describe('code of the office the person belongs to'),
  language: z.enum(languages).optional(),
});
const verifyBody = z.object({ email: z.string(), code: z.string().describe('six digits') });

/** `POST /api/v1/accounts` and the proof of the address. */
export function addAccountsApi(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.post(
    '/api/v1/accounts',
    {
      attachValidation: true,
      preHandler: limits.register,
      schema: {
        tags: ['accounts'],
        summary: 'Register; a code and a link are sent to the address',
        body: accountBody,
        response: { 422: problemAnswer },
      },
      config: { answers: { 202: z.object({ status: z.literal('code-sent') }) } },
    },
    async (request, reply) => {
      const { language } = request;
      const now = deps.clock.now();
      const schema = registrationSchema(now.toZonedDateTimeISO('UTC').toPlainDate());
      const sent = schema.safeParse(withoutNulls(request.body));
      if (!sent.success) throw invalid(fieldErrors(sent.error, language, fieldMessages(language)));
      const { password, office, ...person } = sent.data;
      const officeId = office === undefined ? undefined : await findOfficeId(office);
      if (office !== undefined && officeId === undefined) {
        throw invalid([fieldError('office', 'unknown-office', language, fieldMessages(language)('unknown-office'))]);
      }
      if (officeId !== undefined && (await isClosedTo(deps.db, { officeId, now })))
        throw invalid([
          fieldError('office', 'local-account-closed', language, fieldMessages(language)('local-account-closed')),
        ]);
      const passwordHash = await hashPassword(password);
      const registration = { ...person, officeId, passwordHash, language: person.language ?? language };
      // No password leaves a trace among the keys.
      const idempotency = idempotencyOf(request, anonymousCaller(request), {
        ...withoutNulls(request.body),
        password: undefined,
      });
      const answer = await once(deps.db, idempotency, now, async (tx) => {
        await register(tx, { registration, now, secrets: deps.secrets });
        return { status: 202, body: { status: 'code-sent' } };
      });
      return sendAnswer(reply, answer);
    },
  );

  app.post(
    '/api/v1/accounts/verify',
    {
      attachValidation: true,
      preHandler: limits.prove,
      schema: {
        tags: ['accounts'],
        summary: 'Prove the address with the six digits of the latest e-mail',
        body: verifyBody,
        response: { 422: problemAnswer },
      },
      config: { answers: { 204: z.null().describe('proved') } },
    },
    async (request, reply) => {
      const { language } = request;
      const sent = z.object({ email: emailField, code: codeField }).safeParse(withoutNulls(request.body));
      if (!sent.success) throw invalid(fieldErrors(sent.error, language, fieldMessages(language)));
      const { email, code } = sent.data;
      const now = deps.clock.now();
      const idempotency = idempotencyOf(request, anonymousCaller(request));
      const answer = await onceAfter(deps.db, idempotency, now, async () => {
        const accountId = await unprovedAccount(deps.db, email);
        const isProved =
          accountId !== undefined && (await proveByCode(deps.db, { accountId, code, now, secrets: deps.secrets })).ok;
        if (isProved) return { status: 204, body: null };
        // The same for every fault: which addresses have been registered is nobody's business.
        const message = identityProblemTexts.for(language)('wrong-code');
        const errors = [fieldError('code', 'wrong-code', language, message)];
        const detail = problemDetail(422, language, errors);
        return { status: 422, body: problem(422, 'wrong-code', message, { detail, errors }) };
      });
      return sendAnswer(reply, answer);
    },
  );

  async function findOfficeId(code: string): Promise<number | undefined> {
    const { rows } = await sql<{ id: number }>`SELECT id FROM office WHERE code = ${code}`.execute(deps.db);
    return rows[0]?.id;
  }
}

function invalid(errors: FieldError[]): HttpProblem {
  return new HttpProblem(422, 'invalid-request', { extensions: { errors } });
}

/** JSON clients write null for what they leave out. */
function withoutNulls(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
