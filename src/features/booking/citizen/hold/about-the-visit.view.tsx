import type { Offering } from '#features/offices/index.ts';
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
  const reasons = offering.reasons.map((code) => ({ value: code, label: reasonName(code, form.language) }));
  if (reasons.length === 0 && !offering.notesAllowed) return null;
  return (
    <Fieldset form={form} legend={t('about')}>
      {reasons.length > 0 && <RadioField form={form} name="reason" label={t('reason')} options={reasons} />}
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
