import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { registerPath } from './door.ts';
import { crumbsOf } from './draw-facts.view.tsx';
import { seatsFacts } from './facts.ts';
import { ownTexts } from './own.text.ts';
import type { OwnProps } from './own.view.tsx';
import { PreferencesFields, Preview } from './preferences-fields.view.tsx';

/** The wishes once more, to be changed until the closing. */
export function ChangeView(props: OwnProps & { form: FormState }) {
  const { context, at, own, form, foreseen } = props;
  const { language } = context;
  const t = ownTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('changeTitle')}
      width="text"
      breadcrumb={crumbsOf(at, language)}
      formId="preferences"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('changeTitle')} kicker={localText(own.serviceName, language)} lead={t('changeLead')} />
      {foreseen && <Preview language={language} {...foreseen} />}
      <Form id="preferences" form={form} csrf={context.csrf}>
        <PreferencesFields
          {...{ form, places: at.places }}
          facts={seatsFacts(at.slots, at.draw.timeZone)}
          today={at.today}
          hasWaitingList={at.offering?.waitingList === true}
          asksResidence={false}
          fixedParty
        />
        <p class="t-muted">{t('fixedParty')}</p>
        <Actions>
          <Button name="go" value="save">
            {t('save')}
          </Button>
          <Button name="go" value="preview" kind="secondary">
            {t('preview')}
          </Button>
          <ButtonLink href={registerPath(at.draw, `/${own.number}`)} kind="plain">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

export function WithdrawView({ context, at, own }: Omit<OwnProps, 'foreseen' | 'done'>) {
  const { language, csrf } = context;
  const t = ownTexts.for(language);
  const here = registerPath(at.draw, `/${own.number}`);
  return (
    <Layout context={context} title={t('withdrawTitle')} width="text" breadcrumb={crumbsOf(at, language)}>
      <PageHeading title={t('withdrawTitle')} lead={t('withdrawText')} />
      <Actions>
        <ActionForm action={`${here}/withdraw`} csrf={csrf} language={language}>
          <Button kind="danger">{t('withdrawYes')}</Button>
        </ActionForm>
        <ButtonLink href={here} kind="secondary">
          {t('keep')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
