import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { ClearanceRuleFields } from './clearance-rules.view.tsx';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';

export function ChecksFields({ form }: PartProps) {
  const t = ruleTexts.for(form.language);
  return (
    <>
      <CheckboxField form={form} name="preCheck" label={t('preCheck')} hint={t('preCheckHint')} optional />
      <Figure form={form} name="preCheckDays" label={t('preCheckDays')} />
      <RadioField
        form={form}
        name="clearance"
        label={t('clearance')}
        options={[
          { value: 'none', label: t('clearance-none') },
          { value: 'notify', label: t('clearance-notify'), hint: t('clearance-notifyHint') },
          { value: 'required', label: t('clearance-required'), hint: t('clearance-requiredHint') },
        ]}
      />
      <ClearanceRuleFields form={form} />
    </>
  );
}
