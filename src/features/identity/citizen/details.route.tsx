import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
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
import { type PersonDetail, provedDetails } from '../account/proved-person.query.ts';
import { profileSchema } from '../account/profile-form.ts';
import { DetailsView } from './details.view.tsx';

/** `/profile/details`: what an account says of its owner, put right by the owner. */
export function addDetailsPage(app: FastifyInstance, deps: Deps): void {
  app.get('/profile/details', async (request, reply) => {
    const own = await ownProfile(request);
    return show(reply, own, freshForm(request.language, valuesOf(own.profile)));
  });

  app.post('/profile/details', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const own = await ownProfile(request);
    const { language } = request;
    const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
    const form = readForm(request, changeable(profileSchema(today), own), fieldMessages(language));
    if (!form.ok) return show(reply.code(form.status), own, { language, ...form });
    const edit = { accountId, profile: form.value, secrets: deps.secrets };
    await transact(deps.db, (tx) => editProfile(tx, edit));
    app.sessions.forgetAccount(accountId);
    rememberLanguage(reply, deps, form.value.language);
    return goTo(reply, '/profile?notice=saved');
  });

  async function ownProfile(request: FastifyRequest): Promise<OwnProfile> {
    const { accountId } = requireViewer(request);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    return { profile, proved: await provedDetails(deps.db, { accountId, profile }) };
  }
}

interface OwnProfile {
  readonly profile: AccountProfile;
  /** what only an office changes */
  readonly proved: ReadonlySet<PersonDetail>;
}

/** The form's schema, in which what only an office changes is as it was, whatever was sent. */
function changeable(schema: ReturnType<typeof profileSchema>, { profile, proved }: OwnProfile) {
  const known = valuesOf(profile);
  const kept = Object.fromEntries([...proved].map((detail) => [detail, known[detail]]));
  return z.preprocess((sent) => ({ ...(sent as FormValues), ...kept }), schema);
}

function show(reply: FastifyReply, { profile, proved }: OwnProfile, form: FormState): FastifyReply {
  return page(reply, <DetailsView context={reply.pageContext()} form={form} profile={profile} proved={proved} />);
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
