import { fieldId } from '#ui/fields/field-id.ts';
import { errorOf, type FormState } from '#ui/fields/form.tsx';

/** Who books has no field for who they are: what is wrong with the party is told where it would be. */
export function PartyFault({ form }: { form: FormState }) {
  const field = 'people.0.relationship';
  const message = errorOf(form, field);
  if (message === undefined) return null;
  return (
    <p class="t-error mt-2" id={fieldId(field)} tabindex={-1}>
      {message}
    </p>
  );
}
