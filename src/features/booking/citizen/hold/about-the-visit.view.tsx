import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { reasonName } from '../../form/reasons.text.ts';
import { longestNotes } from '../../form/visit-fields.ts';
import { peopleTexts } from './people.text.ts';

/** Why they come, and what they want the office to know. */
export function AboutTheVisit({ form, offering }: { form: FormState; offering: Offering }) {
  const t = peopleTexts.for(form.language);
  const reasons = offering.reasons.map((code) => {
    const own = offering.reasonTexts[code];
    return { value: code, label: reasonName(code, form.language), ...(own && { hint: localText(own, form.language) }) };
  });
  if (reasons.length === 0 && !offering.notesAllowed) return null;
  return (
    <Fieldset form={form} legend={t('about')}>
      {reasons.length > 0 && (
        <RadioField
          form={form}
          name="reason"
          label={t('reason')}
          hint={offering.reasonOptional ? t('reasonHint') : undefined}
          options={reasons}
          optional={offering.reasonOptional}
        />
      )}
      {offering.notesAllowed && (
        <TextareaField
          form={form}
          name="notes"
          label={t('notes')}
          hint={t('notesHint')}
          maxlength={longestNotes}
          rows={3}
          optional
        />
      )}
    </Fieldset>
  );
}
