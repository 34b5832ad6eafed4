import { deliveryModes } from '#features/offices/index.ts';
import { CheckboxesField, CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { completionRuleTexts } from './completion.text.ts';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';

export function CompletionFields({ form }: PartProps) {
  const t = completionRuleTexts.for(form.language);
  return (
    <>
      <RadioField
        form={form}
        name="photo"
        label={t('photo')}
        options={[
          { value: 'none', label: t('photo-none') },
          { value: 'optional', label: t('photo-optional') },
          { value: 'asked', label: t('photo-asked'), hint: t('photo-askedHint') },
        ]}
      />
      <RadioField
        form={form}
        name="delivery"
        label={t('delivery')}
        options={[
          { value: 'none', label: t('delivery-none') },
          { value: 'optional', label: t('delivery-optional') },
          { value: 'asked', label: t('delivery-asked') },
        ]}
      />
      <CheckboxesField
        form={form}
        name="deliveryModes"
        label={t('modes')}
        hint={t('modesHint')}
        options={deliveryModes.map((mode) => ({ value: mode, label: t(mode) }))}
      />
      <CheckboxField form={form} name="delegate" label={t('delegate')} optional />
      <Figure form={form} name="completionCutoffHours" label={t('cutoff')} hint={t('cutoffHint')} />
    </>
  );
}
