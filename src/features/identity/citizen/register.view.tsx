import { withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Door } from '../doors/door.ts';
import { DoorButtons } from '../doors/doors.view.tsx';
import type { Country } from '../account/countries.query.ts';
import { NewPasswordField } from './new-password-field.view.tsx';
import { isBooking, NextField, withNext } from './next-path.tsx';
import { registerTexts } from './register.text.ts';

export function RegisterView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  countries: readonly Country[];
  doors: readonly Door[];
  intent: string;
  /** of accounts with a password for those who live abroad */
  lastOpeningDay: Temporal.PlainDate | null;
}) {
  const { context, form, next, countries, doors, intent, lastOpeningDay } = props;
  const t = registerTexts.for(context.language);
  return (
    <Layout context={context} title={t('title')} width="text" formId="register" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={isBooking(next) ? `${t('lead')} ${t('leadHold')}` : t('lead')} />
      <p>
        {t('alreadyKnown')} <a href={withNext(sitePaths.login, next)}>{t('login')}</a>
      </p>
      {lastOpeningDay !== null && (
        <p>{t('abroadUntil', { lastDay: withArticle('al', lastOpeningDay, context.language) })}</p>
      )}
      {doors.length > 0 && (
        <>
          <h2 class="h4">{t('doors')}</h2>
          <p>{t('doorsAbout')}</p>
          <DoorButtons language={context.language} doors={doors} intent={intent} />
          <h2 class="h4 mt-5">{t('local')}</h2>
        </>
      )}
      <Form id="register" action="/register" form={form} csrf={context.csrf}>
        <NextField next={next} />
        <Fieldset form={form} legend={t('you')}>
          <TextField
            form={form}
            name="givenName"
            label={t('givenName')}
            hint={t('givenNameHint')}
            autocomplete="given-name"
            maxlength={80}
          />
          <TextField form={form} name="familyName" label={t('familyName')} autocomplete="family-name" maxlength={80} />
          <DateField form={form} name="birthDate" label={t('birthDate')} autocomplete="bday" />
          <TextField
            form={form}
            name="codiceFiscale"
            label={t('codiceFiscale')}
            hint={t('codiceFiscaleHint')}
            size="code"
            maxlength={20}
            optional
          />
        </Fieldset>
        <Fieldset form={form} legend={t('contact')}>
          <TextField
            form={form}
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autocomplete="email"
            maxlength={200}
          />
          <TextField
            form={form}
            name="phone"
            type="tel"
            label={t('phone')}
            hint={t('phoneHint')}
            autocomplete="tel"
            maxlength={30}
            optional
          />
          <SelectField
            form={form}
            name="country"
            label={t('country')}
            hint={t('countryHint')}
            first={t('noCountry')}
            options={countries
              .map(({ code, name }) => ({ value: code, label: localText(name, context.language) }))
              .sort((a, b) => a.label.localeCompare(b.label, context.language))}
            optional
          />
        </Fieldset>
        <Fieldset form={form} legend={t('secret')}>
          <NewPasswordField form={form} label={t('password')} />
        </Fieldset>
        <p class="t-muted">
          {t('privacy')} <a href={sitePaths.privacy}>{t('privacyLink')}</a>
        </p>
        <Actions>
          <Button busy={t('busy')}>{t('submit')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
