import { dayMonthYear } from '#platform/dates.ts';
import { type Language, languageName, languages } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { AccountProfile } from '../account.query.ts';
import { personDetails, type PersonDetail } from '../account/proved-person.query.ts';
import { detailsTexts } from './details.text.ts';
import { profileTexts } from './profile.text.ts';

export function DetailsView(props: {
  context: PageContext;
  form: FormState;
  profile: AccountProfile;
  /** what only an office changes: shown, and asked for on a page of its own */
  proved: ReadonlySet<PersonDetail>;
}) {
  const { context, form, profile, proved } = props;
  const { language } = context;
  const t = detailsTexts.for(language);
  const p = profileTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="details"
      breadcrumb={[{ label: p('title'), href: sitePaths.profile }, { label: t('title') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      <Form id="details" action="/profile/details" form={form} csrf={context.csrf}>
        {proved.size > 0 && <Proved language={language} profile={profile} proved={proved} />}
        <Who context={context} form={form} proved={proved} />
        <Fieldset form={form} legend={t('contact')}>
          <TextField
            form={form}
            name="phone"
            type="tel"
            label={p('phone')}
            hint={t('phoneHint')}
            autocomplete="tel"
            maxlength={30}
            optional
          />
          <RadioField
            form={form}
            name="language"
            label={p('language')}
            options={languages.map((value) => ({ value, label: languageName(value) }))}
          />
        </Fieldset>
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
          <ButtonLink href={sitePaths.profile} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What one may still write of oneself. */
function Who({ context, form, proved }: { context: PageContext; form: FormState; proved: ReadonlySet<PersonDetail> }) {
  const t = detailsTexts.for(context.language);
  const p = profileTexts.for(context.language);
  if (proved.size === personDetails.length) return null;
  return (
    <Fieldset form={form} legend={t(proved.size > 0 ? 'missing' : 'you')}>
      {!proved.has('givenName') && (
        <TextField
          form={form}
          name="givenName"
          label={t('givenName')}
          hint={t('givenNameHint')}
          autocomplete="given-name"
          maxlength={80}
        />
      )}
      {!proved.has('familyName') && (
        <TextField form={form} name="familyName" label={t('familyName')} autocomplete="family-name" maxlength={80} />
      )}
      {!proved.has('birthDate') && (
        <DateField form={form} name="birthDate" label={p('birthDate')} autocomplete="bday" />
      )}
      {!proved.has('birthPlace') && (
        <TextField
          form={form}
          name="birthPlace"
          label={p('birthPlace')}
          hint={t('birthPlaceHint')}
          maxlength={80}
          optional
        />
      )}
      {!proved.has('codiceFiscale') && (
        <TextField
          form={form}
          name="codiceFiscale"
          label={p('codiceFiscale')}
          hint={t('codiceFiscaleHint')}
          size="code"
          maxlength={20}
          optional
        />
      )}
    </Fieldset>
  );
}

function Proved(props: { language: Language; profile: AccountProfile; proved: ReadonlySet<PersonDetail> }) {
  const { language, profile, proved } = props;
  const t = detailsTexts.for(language);
  const p = profileTexts.for(language);
  const labels = {
    givenName: t('givenName'),
    familyName: t('familyName'),
    birthDate: p('birthDate'),
    birthPlace: p('birthPlace'),
    codiceFiscale: p('codiceFiscale'),
  };
  return (
    <>
      <h2 class="h4">{t('you')}</h2>
      <p>{t('proved')}</p>
      <SummaryList
        language={language}
        rows={[...proved].map((detail) => {
          const value = profile[detail];
          return {
            key: labels[detail],
            value: value instanceof Temporal.PlainDate ? dayMonthYear(value, language) : value,
          };
        })}
      />
      <p class="mb-5">
        <a href={correctionPath}>{t('askCorrection')}</a>
      </p>
    </>
  );
}

/** A page of the feature that decides about accounts. */
const correctionPath = '/profile/correction';
