import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';

export function WhoFields({ form }: PartProps) {
  const t = ruleTexts.for(form.language);
  return (
    <>
      <Fieldset form={form} legend={t('ages')} hint={t('agesHint')}>
        <div class="row">
          <div class="col-6">
            <Figure form={form} name="minAge" label={t('minAge')} optional />
          </div>
          <div class="col-6">
            <Figure form={form} name="maxAge" label={t('maxAge')} optional />
          </div>
        </div>
      </Fieldset>
      <RadioField
        form={form}
        name="loginLevel"
        label={t('login')}
        options={[
          { value: 'account', label: t('account') },
          { value: 'identified', label: t('identified'), hint: t('identifiedHint') },
          { value: 'digital-2', label: t('digital-2'), hint: t('digitalHint') },
          { value: 'digital-3', label: t('digital-3'), hint: t('digital3Hint') },
        ]}
      />
      <CheckboxField form={form} name="servedOnly" label={t('servedOnly')} hint={t('servedOnlyHint')} optional />
      <CheckboxField form={form} name="inviteOnly" label={t('inviteOnly')} hint={t('inviteOnlyHint')} optional />
      <CheckboxField form={form} name="oneTimeCode" label={t('oneTimeCode')} hint={t('oneTimeCodeHint')} optional />
    </>
  );
}
