import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';

/** A whole number to type. */
export function Figure(props: {
  form: FormState;
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
}) {
  return <TextField {...props} inputmode="numeric" size="short" maxlength={6} />;
}
