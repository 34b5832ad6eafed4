import { Alert } from '#ui/alert.tsx';
import type { Language } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import type { Door } from '../doors/door.ts';
import { DoorButtons } from '../doors/doors.view.tsx';
import { loginTexts } from './login.text.ts';
import { isBooking, NextField, withNext } from './next-path.tsx';

export type LoginNotice = 'proved' | 'reset' | 'out' | 'idle';

interface LoginProps {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  notice?: LoginNotice | undefined;
  /** The login is stopped until then: the ways round are shown. */
  lockedUntil?: Temporal.Instant | null;
  /** what a service asks for: then a password is not enough */
  level?: 2 | 3 | undefined;
  doors: readonly Door[];
  /** what goes along to a provider */
  intent: string;
}

export function LoginView(props: LoginProps) {
  const { context, form, next, notice, level, doors, intent } = props;
  const { language } = context;
  const t = loginTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="narrow" formId="login" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={isBooking(next) ? t('hold') : undefined} />
      {notice && (
        <Alert
          language={language}
          tone={notice === 'out' || notice === 'idle' ? 'info' : 'success'}
          title={t(notice)}
          live
        >
          {notice === 'idle' && <p>{t('idleAbout')}</p>}
        </Alert>
      )}
      {doors.length > 0 && (
        <>
          {level !== undefined && <p>{t('levelAsked', { level })}</p>}
          <DoorButtons language={language} doors={doors} intent={intent} />
        </>
      )}
      {(level === undefined || doors.length === 0) && <LocalLogin {...props} />}
      <p>
        <a href={sitePaths.loginHelp}>{t('help')}</a>
      </p>
    </Layout>
  );
}

/** E-mail and password, below the doors of the federations where there are any. */
function LocalLogin({ context, form, next, lockedUntil = null, doors }: LoginProps) {
  const { language } = context;
  const t = loginTexts.for(language);
  return (
    <>
      {doors.length > 0 && <h2 class="h4 mt-5">{t('local')}</h2>}
      <Form id="login" action="/login" form={form} csrf={context.csrf}>
        <NextField next={next} />
        {lockedUntil && <Locked language={language} until={lockedUntil} />}
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('email')}
          hint={t('userName')}
          autocomplete="username"
          maxlength={200}
        />
        <PasswordField form={form} name="password" label={t('password')} autocomplete="current-password" />
        <Actions>
          <Button busy={t('busy')}>{t('submit')}</Button>
        </Actions>
      </Form>
      <p class="mt-4">
        {t('forgotten')} <a href="/forgotten-password">{t('forgottenLink')}</a>
      </p>
      <p>
        {t('newHere')} <a href={withNext('/register', next)}>{t('register')}</a>
      </p>
    </>
  );
}

function Locked({ language, until }: { language: Language; until: Temporal.Instant }) {
  const t = loginTexts.for(language);
  return (
    <div class="mb-4">
      <p>
        {t('lockedOpens')} <OfficeTime language={language} instant={until} zone="Europe/Rome" city={t('lockedCity')} />.{' '}
        {t('lockedWay')}
      </p>
      <p>
        {t('lockedSafe')} <a href={`${sitePaths.loginHelp}#locked`}>{t('help')}</a>
      </p>
      <Actions>
        <ButtonLink href="/forgotten-password">{t('lockedReset')}</ButtonLink>
        <ButtonLink href="/find-booking" kind="secondary">
          {t('lockedFind')}
        </ButtonLink>
      </Actions>
    </div>
  );
}
