import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { accessRuleTexts } from './access-rule.text.ts';

export type AccessRuleNotice = 'saved' | 'forgotten';

/** The fields of a rule on logins, of the network or of an office. */
export function AccessRuleForm(props: { context: PageContext; form: FormState; notice: AccessRuleNotice | undefined }) {
  const { context, form, notice } = props;
  const { language } = context;
  const t = accessRuleTexts.for(language);
  const minutes = (name: 'graceDays' | 'idleMinutes' | 'sharedIdleMinutes') => (
    <TextField
      form={form}
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      inputmode="numeric"
      size="short"
      maxlength={4}
    />
  );
  return (
    <>
      {notice && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(notice)}</p>
        </Alert>
      )}
      <Form id="access-rule" form={form} csrf={context.csrf}>
        <RadioField
          form={form}
          name="secondFactor"
          label={t('secondFactor')}
          hint={t('secondFactorHint')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        {minutes('graceDays')}
        {minutes('idleMinutes')}
        {minutes('sharedIdleMinutes')}
        <Actions>
          <Button>{t('save')}</Button>
        </Actions>
      </Form>
    </>
  );
}
