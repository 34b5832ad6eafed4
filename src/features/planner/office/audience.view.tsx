import type { Language } from '#platform/language.ts';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { priorityGrounds } from '../editing/settings.rules.ts';
import { audienceTexts } from './audience.text.ts';

/** For whom a planner's seats are. */
export function AudienceFields({ form, language }: { form: FormState; language: Language }) {
  const t = audienceTexts.for(language);
  return (
    <>
      <RadioField
        form={form}
        name="audience"
        label={t('audience')}
        options={[
          { value: 'everybody', label: t('everybody') },
          { value: 'priority', label: t('priority'), hint: t('priorityHint') },
          { value: 'desk', label: t('desk'), hint: t('deskHint') },
        ]}
      />
      <Fieldset form={form} legend={t('details')}>
        <CheckboxesField
          form={form}
          name="grounds"
          label={t('grounds')}
          optional
          options={priorityGrounds.map((ground) => ({ value: ground, label: t(ground) }))}
        />
        <TextField
          form={form}
          name="minAge"
          label={t('minAge')}
          inputmode="numeric"
          size="short"
          maxlength={3}
          optional
        />
        <RadioField
          form={form}
          name="withoutProof"
          label={t('withoutProof')}
          hint={t('withoutProofHint')}
          options={(['serve', 'send-back'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Fieldset>
      <TextField
        form={form}
        name="untilHours"
        label={t('untilHours')}
        hint={t('untilHoursHint')}
        inputmode="numeric"
        size="short"
        maxlength={4}
        optional
      />
    </>
  );
}
