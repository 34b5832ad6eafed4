import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { languageName } from './words.ts';

/** One text, a field for each language. */
export function LocalTextFields(props: {
  form: FormState;
  name: string;
  label: string;
  hint?: string | undefined;
  languages: readonly string[];
  max: number;
  rows?: number | undefined;
}) {
  const { form, name, label, hint, languages, max, rows = 3 } = props;
  return (
    <>
      {languages.map((code, index) => (
        <TextareaField
          key={code}
          form={form}
          name={`${name}.${code}`}
          label={`${label} – ${languageName(code, form.language)}`}
          hint={index === 0 ? hint : undefined}
          maxlength={max}
          rows={rows}
          optional
        />
      ))}
    </>
  );
}
