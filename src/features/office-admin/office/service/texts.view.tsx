import { RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { LocalTextFields } from '../../local-text-fields.view.tsx';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';
import { textSizes } from './texts.form.ts';

export function TextsFields({ form, languages }: PartProps) {
  const t = ruleTexts.for(form.language);
  return (
    <>
      <Fieldset form={form} legend={t('audience')}>
        <LocalTextFields
          form={form}
          name="audience"
          label={t('audience')}
          hint={t('audienceHint')}
          languages={languages}
          max={textSizes.audience}
        />
      </Fieldset>
      <Fieldset form={form} legend={t('instructions')}>
        <LocalTextFields
          form={form}
          name="instructions"
          label={t('instructions')}
          hint={t('instructionsHint')}
          languages={languages}
          max={textSizes.instructions}
          rows={5}
        />
      </Fieldset>
      <Fieldset form={form} legend={t('fee')}>
        <RadioField
          form={form}
          name="feeFrom"
          label={t('whichFee')}
          options={[
            { value: 'national', label: t('feeNational') },
            { value: 'own', label: t('feeOwn') },
          ]}
        />
        <LocalTextFields form={form} name="fee" label={t('fee')} languages={languages} max={textSizes.fee} />
      </Fieldset>
    </>
  );
}
