import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { FactorPage, overviewPath, OwnPassword } from './frame.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

/** Asks once more before the app or a passkey is taken away. */
export function RemoveFactorView(props: {
  context: PageContext;
  form: FormState;
  email: string;
  asksPassword: boolean;
  /** the app, or a passkey by its number */
  factor: string;
  /** of a passkey */
  name: string | undefined;
  isLast: boolean;
}) {
  const { context, form, email, asksPassword, factor, name, isLast } = props;
  const t = secondFactorTexts.for(context.language);
  return (
    <FactorPage
      context={context}
      title={t('removeTitle')}
      lead={name === undefined ? t('removeApp') : t('removePasskey', { name })}
      formId="remove"
      invalid={form.errors.length > 0}
    >
      <Form id="remove" action={`${overviewPath}/remove/${factor}`} form={form} csrf={context.csrf}>
        {isLast && <p>{t('removeLast')}</p>}
        <OwnPassword form={form} email={email} asked={asksPassword} />
        <Actions>
          <Button kind="danger" busy={t('busy')}>
            {t('removeGo')}
          </Button>
          <ButtonLink href={overviewPath} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </FactorPage>
  );
}
