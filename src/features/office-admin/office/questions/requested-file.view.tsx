import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { settingsPaths } from '../../paths.ts';
import { AskedFormPage, LinesByLanguage } from './asked-page.view.tsx';
import type { AtOffering } from './at-offering.ts';
import { hintSize, labelSize } from './question.form.ts';
import { questionTexts } from './question.text.ts';

/** One file that a service asks for. */
export function RequestedFileView(props: { context: PageContext; at: AtOffering; isNew: boolean; form: FormState }) {
  const { context, at, isNew, form } = props;
  const t = questionTexts.for(context.language);
  const lines = { form, at };
  return (
    <AskedFormPage
      context={context}
      at={at}
      title={isNew ? t('titleNewFile') : t('titleFile')}
      lead={t('leadFile')}
      form={form}
    >
      <Form id="asked" form={form} csrf={context.csrf}>
        <LinesByLanguage
          {...lines}
          name="label"
          label={t('fileLabel')}
          hint={t('fileLabelHint')}
          maxlength={labelSize}
          required
        />
        <LinesByLanguage {...lines} name="hint" label={t('fileHint')} maxlength={hintSize} />
        <RadioField
          form={form}
          name="mandatory"
          label={t('fileMandatory')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <TextField
          form={form}
          name="mebibytes"
          label={t('mebibytes')}
          hint={t('mebibytesHint')}
          inputmode="numeric"
          size="short"
          maxlength={2}
        />
        <TextField
          form={form}
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          size="medium"
          autocomplete="off"
          maxlength={40}
          optional
        />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={settingsPaths.questions(at.office.code, at.offering.serviceCode)} kind="secondary">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </AskedFormPage>
  );
}
