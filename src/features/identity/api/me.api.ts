import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { problemAnswer } from '#platform/http/problem-answer.ts';
import { notFound } from '#platform/http/problem.ts';
import { languages } from '#platform/language.ts';
import { isIdentified } from '../account/identified.query.ts';
import { accountProfile } from '../account.query.ts';
import { requireViewer } from '../guards.ts';

const meAnswer = z.object({
  scheme: z
    .enum(['local', 'spid', 'cie', 'eidas'])
    .describe('how the person has logged in; local: e-mail and password'),
  level: z.literal([1, 2, 3]).describe('how surely: a password is 1, with a second factor 2'),
  proof: z.enum(['none', 'verified-email', 'identified']).describe('what has been proved of the account'),
  email: z.string().describe('empty: none has been given yet'),
  emailVerified: z.boolean(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().nullable(),
  birthPlace: z.string().nullable(),
  codiceFiscale: z.string().nullable(),
  phone: z.string().nullable(),
  office: z.string().nullable().describe('code of the office that serves the person'),
  language: z.enum(languages),
  roles: z.array(z.object({ role: z.string(), office: z.string().nullable() })),
  mustChangePassword: z.boolean(),
  csrf: z.string().optional().describe('for writes with the session cookie: the header x-csrf-token'),
});

/** `GET /api/v1/me`: the person logged in. */
export function addMeApi(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/api/v1/me',
    {
      schema: {
        tags: ['accounts'],
        summary: 'Who is logged in',
        security: [{ token: [] }],
        response: { 200: meAnswer, 401: problemAnswer },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const profile = await accountProfile(deps.db, { accountId: viewer.accountId, secrets: deps.secrets });
      if (profile === undefined) throw notFound();
      const isKnown = await isIdentified(deps.db, viewer.accountId);
      const answer: z.input<typeof meAnswer> = {
        ...profile,
        scheme: viewer.scheme,
        level: viewer.level,
        proof: isKnown ? 'identified' : profile.emailVerified ? 'verified-email' : 'none',
        office: profile.office?.code ?? null,
        birthDate: profile.birthDate?.toString() ?? null,
        roles: viewer.roles.map(({ role, officeCode }) => ({ role, office: officeCode })),
        mustChangePassword: viewer.mustChangePassword,
        ...(request.bearer ? {} : { csrf: reply.csrfToken() }),
      };
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
}
