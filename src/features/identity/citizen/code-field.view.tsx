import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

/** Six digits from an e-mail; a seventh sign for those who paste them as `123 456`. */
export function CodeField({ form, label, hint }: { form: FormState; label: string; hint: string }) {
  return (
    <TextField
      form={form}
      name="code"
      label={label}
      hint={hint}
      inputmode="numeric"
      autocomplete="one-time-code"
      size="short"
      maxlength={7}
    />
  );
}
