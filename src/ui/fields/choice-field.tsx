import type { ComponentChildren } from 'preact';
import { formList, formValue } from '#platform/http/form.ts';
import { fieldIdIn } from './field-id.ts';
import { Field, Fieldset, type FieldProps } from './field.tsx';
import { formTexts } from './form.text.ts';

export interface Choice {
  value: string;
  label: string;
  hint?: ComponentChildren;
  disabled?: boolean | undefined;
}

interface ChoicesProps extends FieldProps {
  options: readonly Choice[];
}

/** One of many. Begins with "Scegli…" unless `first` says what an empty answer means. */
export function SelectField(props: ChoicesProps & { first?: string | null | undefined }) {
  const { form, name, options, first = formTexts.for(form.language)('choose') } = props;
  const chosen = formValue(form.values, name);
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} class="form-select t-select">
          {first !== null && <option value="">{first}</option>}
          {options.map(({ value, label, disabled }) => (
            <option key={value} value={value} selected={value === chosen} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of few, all in view. */
export function RadioField(props: ChoicesProps) {
  return <Choices {...props} type="radio" chosen={[formValue(props.form.values, props.name)]} />;
}

/** Any of few. */
export function CheckboxesField(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" chosen={formList(props.form.values, props.name)} />;
}

function Choices(props: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { form, name, label, hint, optional, options, type, chosen } = props;
  return (
    <Fieldset form={form} name={name} legend={label} hint={hint} optional={optional}>
      {options.map((option, index) => {
        // The error summary's link leads to the first choice.
        const id = index === 0 ? fieldIdIn(form, name) : `${fieldIdIn(form, name)}-${index}`;
        return (
          <div class="t-choice" key={option.value}>
            <input
              type={type}
              id={id}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-about` : undefined}
            />
            <label for={id}>{option.label}</label>
            {option.hint && (
              <p class="t-hint" id={`${id}-about`}>
                {option.hint}
              </p>
            )}
          </div>
        );
      })}
    </Fieldset>
  );
}

/**
 * One thing to agree with or to switch on; sends `yes`. Left empty it is an answer too: `optional` is not written beside it.
 */
export function CheckboxField(props: FieldProps) {
  const { form, name, label, hint, optional } = props;
  return (
    <div class="t-choice-alone">
      <Field form={form} name={name} label={label} hint={hint} optional={optional} marked={false}>
        {(control) => (
          <input {...control} type="checkbox" value="yes" checked={formValue(form.values, name) === 'yes'} />
        )}
      </Field>
    </div>
  );
}
