import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { rememberLanguage } from '#platform/http/language.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { typedDate } from '#ui/fields/typed-date.ts';
import { type AccountProfile, accountProfile } from '../account.query.ts';
import { editProfile } from '../account/edit-profile.ts';
import { fieldMessages } from '../fields.ts';
import { requireViewer } from '../guards.ts';
import { profileSchema } from '../account/profile-form.ts';
import { DetailsView } from './details.view.tsx';

/** `/profile/details`: what an account says of its owner, put right by the owner. */
export function addDetailsPage(app: FastifyInstance, deps: Deps): void {
  app.get('/profile/details', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    return show(reply, freshForm(request.language, valuesOf(profile)));
  });

  app.post('/profile/details', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const { language } = request;
    const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
    const form = readForm(request, profileSchema(today), fieldMessages(language));
    if (!form.ok) return show(reply.code(form.status), { language, ...form });
    const edit = { accountId, profile: form.value, secrets: deps.secrets };
    await transact(deps.db, (tx) => editProfile(tx, edit));
    app.sessions.forgetAccount(accountId);
    rememberLanguage(reply, deps, form.value.language);
    return goTo(reply, '/profile?notice=saved');
  });
}

function show(reply: FastifyReply, form: FormState): FastifyReply {
  return page(reply, <DetailsView context={reply.pageContext()} form={form} />);
}

function valuesOf(profile: AccountProfile): FormValues {
  return {
    givenName: profile.givenName,
    familyName: profile.familyName,
    birthDate: profile.birthDate === null ? '' : typedDate(profile.birthDate),
    birthPlace: profile.birthPlace ?? '',
    codiceFiscale: profile.codiceFiscale ?? '',
    phone: profile.phone ?? '',
    language: profile.language,
  };
}
