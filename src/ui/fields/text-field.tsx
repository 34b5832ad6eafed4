import { formValue } from '#platform/http/form.ts';
import { Field, type FieldProps } from './field.tsx';
import { formTexts } from './form.text.ts';

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'time' | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  maxlength?: number | undefined;
  /** How long an answer is: `code` also writes capitals in a fixed width (codice fiscale). */
  size?: 'short' | 'medium' | 'full' | 'code' | undefined;
  /** Known answers offered while typing; any other may be typed. */
  suggestions?: readonly string[] | undefined;
  /** Names proposed while typing: the address that answers with JSON `{ items: [{ label }] }` for `?q=`. */
  suggest?: string | undefined;
  /** Shown in place of what the form holds. */
  value?: string | undefined;
}

/** One line of text: names, e-mail, telephone, codes. For whole numbers `inputmode="numeric"`. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', size = 'full', suggestions, suggest, autocomplete, inputmode, maxlength } = props;
  const isPlain = type === 'email' || size === 'code';
  // Browsers show a time in their own language's clock; what the pages say is on 24 hours.
  const hint = props.hint ?? (type === 'time' ? formTexts.for(props.form.language)('timeHint') : undefined);
  return (
    <Field {...props} hint={hint}>
      {(control) => (
        <>
          <input
            {...control}
            type={type}
            class={`form-control t-input-${size}`}
            value={props.value ?? formValue(props.form.values, props.name)}
            autocomplete={autocomplete}
            inputmode={inputmode}
            maxlength={maxlength}
            spellcheck={isPlain ? false : undefined}
            autocapitalize={isPlain ? 'none' : undefined}
            translate={size === 'code' ? false : undefined}
            list={suggestions && `${control.id}-list`}
            data-suggest={suggest}
            data-suggest-stay={suggest && true}
            data-suggest-count={suggest && formTexts.for(props.form.language)('suggestions')}
          />
          {suggestions && (
            <datalist id={`${control.id}-list`}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** A password: pasting works, managers find it, and with scripts a button shows what is typed. */
export function PasswordField(props: FieldProps & { autocomplete: 'current-password' | 'new-password' }) {
  const t = formTexts.for(props.form.language);
  return (
    <Field {...props}>
      {(control) => (
        <div class="t-password">
          <input
            {...control}
            type="password"
            class="form-control"
            autocomplete={props.autocomplete}
            spellcheck={false}
            autocapitalize="none"
            maxlength={200}
          />
          <button
            type="button"
            class="btn btn-outline-primary"
            hidden
            aria-controls={control.id}
            aria-pressed="false"
            data-show-password
          >
            {t('showPassword')}
          </button>
        </div>
      )}
    </Field>
  );
}

/** Several lines. With scripts it tells politely how many characters are left. */
export function TextareaField(props: FieldProps & { maxlength: number; rows?: number | undefined }) {
  const { form, name, maxlength, rows = 4, hint } = props;
  const t = formTexts.for(form.language);
  const limit = (
    <>
      {hint} {t('atMost', { max: maxlength })}
    </>
  );
  return (
    <Field {...props} hint={limit}>
      {(control) => (
        <textarea
          {...control}
          class="form-control"
          rows={rows}
          data-max={maxlength}
          data-left={t('charactersLeft')}
          data-over={t('charactersOver')}
        >
          {formValue(form.values, name)}
        </textarea>
      )}
    </Field>
  );
}
