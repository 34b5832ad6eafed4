import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { rememberLanguage } from '#platform/http/language.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { languages } from '#platform/language.ts';
import { freshForm, type FormState } from '#ui/form.tsx';
import { accountProfile } from '../account.query.ts';
import { requireViewer } from '../guards.ts';
import { ProfileView } from './profile.view.tsx';

const languageForm = z.object({ language: z.enum(languages, 'required-choice') });
const noticeQuery = z.object({ notice: z.enum(['changed', 'languageSaved']) });

/** `/profile`: what the account says of its owner, and the language of e-mails. */
export function addProfilePage(app: FastifyInstance, deps: Deps): void {
  app.get('/profile', async (request, reply) => {
    const viewer = requireViewer(request);
    return show(request, reply, freshForm(request.language, { language: viewer.language }));
  });

  app.post('/profile/language', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const form = readForm(request, languageForm);
    if (!form.ok) return show(request, reply.code(form.status), { language: request.language, ...form });
    const { language } = form.value;
    await deps.db.updateTable('account').set({ language }).where('id', '=', accountId).execute();
    app.sessions.forgetAccount(accountId);
    rememberLanguage(reply, deps, language);
    return goTo(reply, '/profile?notice=languageSaved');
  });

  async function show(request: FastifyRequest, reply: FastifyReply, form: FormState) {
    const { accountId, roles } = requireViewer(request);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    const notice = noticeQuery.safeParse(request.query).data?.notice;
    const context = reply.pageContext();
    return page(reply, <ProfileView context={context} profile={profile} roles={roles} form={form} notice={notice} />);
  }
}
