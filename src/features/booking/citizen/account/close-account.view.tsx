import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PasswordField } from '#ui/fields/text-field.tsx';
import type { Booking } from '../../booking.query.ts';
import { closeAccountTexts } from './close-account.text.ts';
import { When } from '../hold/held-bar.view.tsx';

/** Says what closing does, and what becomes of each appointment, before it asks for the password. */
export function CloseAccountView(props: {
  context: PageContext;
  form: FormState;
  /** coming appointments */
  bookings: readonly Booking[];
  /** those of them that the citizen can no longer cancel alone */
  stuck: readonly Booking[];
  asksPassword: boolean;
  /** after how many days people are taken out of appointments; 0: never */
  keptDays: number;
}) {
  const { context, form, bookings, stuck, asksPassword, keptDays } = props;
  const { language } = context;
  const t = closeAccountTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="close-account"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      <ul>
        <li>{t('removed')}</li>
        <li>{t('photos')}</li>
        <li>{t('again')}</li>
        <li>
          <a href="/profile/data">{t('takeAlong')}</a>
        </li>
      </ul>
      <h2 class="h4">{t('whatStays')}</h2>
      <ul>
        <li>{t('staysBookings', { days: keptDays })}</li>
        <li>{t('staysLog')}</li>
        <li>{t('staysLogins')}</li>
      </ul>
      {bookings.length > 0 && (
        <>
          <h2 class="h4">{t('coming', { count: bookings.length })}</h2>
          <ul>
            {bookings.map((booking) => (
              <li key={booking.code}>
                <a href={`/bookings/${booking.code}`}>{localText(booking.serviceName, language)}</a>:{' '}
                <When
                  language={language}
                  startsAt={booking.startsAt}
                  zone={booking.timeZone}
                  city={booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {stuck.length > 0 ? (
        <Alert language={language} tone="warning" title={t('stuck')}>
          <p>{t('stuckWhy')}</p>
        </Alert>
      ) : (
        <Form id="close-account" action="/profile/close" form={form} csrf={context.csrf}>
          {bookings.length > 0 && <CheckboxField form={form} name="cancel" label={t('cancel')} />}
          {asksPassword && (
            <PasswordField form={form} name="password" label={t('password')} autocomplete="current-password" />
          )}
          <Actions>
            <Button kind="danger" busy={t('busy')}>
              {t('close')}
            </Button>
            <ButtonLink href={sitePaths.profile} kind="secondary">
              {t('back')}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}

export function AccountClosedView({ context }: { context: PageContext }) {
  const t = closeAccountTexts.for(context.language);
  return (
    <Layout context={context} title={t('closedTitle')} width="text">
      <PageHeading title={t('closedTitle')} lead={t('closedLead')} />
      <Actions>
        <ButtonLink href={sitePaths.home}>{t('home')}</ButtonLink>
      </Actions>
    </Layout>
  );
}
