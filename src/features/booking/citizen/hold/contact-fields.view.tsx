import { Fieldset } from '#ui/fields/field.tsx';
import { errorOf, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { formValue } from '#platform/http/form.ts';
import { peopleTexts } from './people.text.ts';

/** How to reach who books; where the account says it already, folded away. */
export function ContactFields({ form, folded }: { form: FormState; folded: boolean }) {
  const t = peopleTexts.for(form.language);
  const fields = (
    <>
      <TextField
        form={form}
        name="email"
        label={t('email')}
        type="email"
        autocomplete="email"
        maxlength={200}
        hint={t('emailHint')}
      />
      <TextField
        form={form}
        name="phone"
        label={t('phone')}
        type="tel"
        autocomplete="tel"
        size="medium"
        maxlength={30}
        hint={t('phoneHint')}
        optional
      />
    </>
  );
  if (!folded) {
    return (
      <Fieldset form={form} legend={t('contact')}>
        {fields}
      </Fieldset>
    );
  }
  const isWrong = errorOf(form, 'email') !== undefined || errorOf(form, 'phone') !== undefined;
  return (
    <details class="t-for-whom" open={isWrong || formValue(form.values, 'email') === ''}>
      <summary>{t('contactKnown', { email: formValue(form.values, 'email') })}</summary>
      {fields}
    </details>
  );
}
