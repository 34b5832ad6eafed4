import { formValue } from '#platform/http/form.ts';
import { Field, type FieldProps } from './field.tsx';
import { formTexts } from './form.text.ts';
import { readTypedDate, typedDate } from './typed-date.ts';

/**
 * A day people know by heart (birth, expiry): one line typed as 31/12/1980, because a native picker is slow for years
 * long past and forgets what is half typed. Read it with `typedDateSchema`.
 */
export function DateField(props: FieldProps & { autocomplete?: string | undefined }) {
  const value = formValue(props.form.values, props.name);
  const known = /^\d{4}-/.test(value) ? readTypedDate(value) : undefined;
  return (
    <Field {...props} hint={props.hint ?? formTexts.for(props.form.language)('dateHint')}>
      {(control) => (
        <input
          {...control}
          type="text"
          class="form-control t-input-short"
          value={known ? typedDate(known) : value}
          autocomplete={props.autocomplete ?? 'off'}
          maxlength={20}
        />
      )}
    </Field>
  );
}

/** A day near now, picked in a calendar (closures, validity of a rule): the browser's own. Sends `2027-01-12`. */
export function DayField(props: FieldProps & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type="date"
          class="form-control t-input-short"
          value={formValue(props.form.values, props.name)}
          min={props.min}
          max={props.max}
        />
      )}
    </Field>
  );
}
