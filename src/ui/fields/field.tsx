import type { ComponentChildren } from 'preact';
import { fieldIdIn } from './field-id.ts';
import { errorOf, type FormState } from './form.tsx';
import { formTexts } from './form.text.ts';
import { Icon } from '../icon.tsx';

/** What every field has. `name` may be dotted (`people.0.name`): values and errors are found by it. */
export interface FieldProps {
  form: FormState;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Fields are asked for unless they say otherwise; the label then ends with "(facoltativo)"; `either`: with this or its neighbour, "(basta uno dei due)". */
  optional?: boolean | 'either' | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  required: boolean;
}

/** A label above, hint and error between, then the control: the frame of every single field. */
export function Field(
  props: FieldProps & {
    /** whether the label says that the field is optional */
    marked?: boolean;
    children: (control: ControlAttributes) => ComponentChildren;
  },
) {
  const { form, name, label, hint, optional = false, marked = true, children } = props;
  const id = fieldIdIn(form, name);
  const error = errorOf(form, name);
  return (
    <div class={error ? 't-field t-field-wrong' : 't-field'}>
      <label for={id}>
        {label}
        {optional && marked && <OptionalMark form={form} either={optional === 'either'} />}
      </label>
      {hint && (
        <p class="t-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldErrorLine id={id} form={form} error={error} />
      {children({
        id,
        name,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? 'true' : undefined,
        required: !optional,
      })}
    </div>
  );
}

/** A group of controls under one question: radios, checkboxes, one person of a party. */
export function Fieldset(
  props: Omit<FieldProps, 'name' | 'label'> & {
    name?: string | undefined;
    legend: ComponentChildren;
    children: ComponentChildren;
  },
) {
  const { form, name, legend, hint, optional = false, children } = props;
  const id = name === undefined ? undefined : `${fieldIdIn(form, name)}-group`;
  const error = name === undefined ? undefined : errorOf(form, name);
  return (
    <fieldset
      class={error ? 't-field t-fieldset t-field-wrong' : 't-field t-fieldset'}
      aria-describedby={id && describedBy(id, hint, error)}
    >
      <legend>
        {legend}
        {optional && <OptionalMark form={form} either={optional === 'either'} />}
      </legend>
      {hint && (
        <p class="t-hint" id={id && `${id}-hint`}>
          {hint}
        </p>
      )}
      {id && <FieldErrorLine id={id} form={form} error={error} />}
      {children}
    </fieldset>
  );
}

function FieldErrorLine({ id, form, error }: { id: string; form: FormState; error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="t-error" id={`${id}-error`}>
      <Icon name="error" />
      <span>
        <span class="visually-hidden">{formTexts.for(form.language)('errorPrefix')} </span>
        {error}
      </span>
    </p>
  );
}

function OptionalMark({ form, either }: { form: FormState; either: boolean }) {
  return <span class="t-optional"> ({formTexts.for(form.language)(either ? 'either' : 'optional')})</span>;
}

function describedBy(id: string, hint: unknown, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
