import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { OwnDoors } from '../doors/own-doors.query.ts';
import { doorsTexts } from './doors.text.ts';
import { NextField, withNext } from './next-path.tsx';

/** For whoever came by SPID or CIE: the account they had before, or a password of their own. */
export function AddPassword(props: {
  context: PageContext;
  own: OwnDoors;
  form: FormState;
  mayJoin: boolean;
  next: string | undefined;
}) {
  const { context, own, form, mayJoin, next } = props;
  const t = doorsTexts.for(context.language);
  return (
    <>
      {mayJoin && (
        <>
          <h2 class="h4 mt-5">{t('joinTitle')}</h2>
          <p>{t('joinAbout')}</p>
          <Form id="join-account" action="/profile/doors/join" form={form} csrf={context.csrf}>
            <NextField next={next} />
            <TextField
              form={form}
              name="email"
              type="email"
              label={t('joinEmail')}
              autocomplete="username"
              maxlength={200}
            />
            <PasswordField form={form} name="password" label={t('joinPassword')} autocomplete="current-password" />
            <Actions>
              <Button kind="secondary" busy={t('busy')}>
                {t('joinDo')}
              </Button>
            </Actions>
          </Form>
        </>
      )}
      <h2 class="h4 mt-5">{t('setPassword')}</h2>
      <p>{t('setPasswordAbout')}</p>
      <Actions>
        {own.email === null ? (
          <ButtonLink href={withNext('/profile/email', next)} kind="secondary">
            {t('noAddress')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/forgotten-password" kind="secondary">
            {t('setPassword')}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}
