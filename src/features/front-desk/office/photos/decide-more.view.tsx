import { askReasons, type OverrideReason, suggestedReasons } from '#features/booking/index.ts';
import { formValue } from '#platform/http/form.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { longestWords } from './decide.form.ts';
import { decideTexts } from './decide.text.ts';
import { type DecideProps, OneForm } from './decide-form.view.tsx';
import { KeyButton } from './key-button.view.tsx';

const overrides: readonly (readonly [string, OverrideReason])[] = [
  ['a', 'seen-fine'],
  ['s', 'person-reason'],
  ['d', 'covering'],
  ['f', 'no-better'],
];

/** Why a photo that the checks find wrong counts all the same: one press for each reason. */
export function Overrides({ context, shown }: DecideProps) {
  const t = decideTexts.for(context.language);
  const hasReason = (shown.details?.said.reason ?? null) !== null;
  return (
    <fieldset>
      <legend>{t('acceptAnyway')}</legend>
      <div class="t-photo-reasons">
        {overrides
          .filter(([, reason]) => reason !== 'person-reason' || hasReason)
          .map(([keys, reason]) => (
            <KeyButton key={reason} keys={keys} value={`override:${reason}`}>
              {t(reason === 'covering' ? 'covered' : reason === 'other' ? 'overrideMore' : reason)}
            </KeyButton>
          ))}
      </div>
    </fieldset>
  );
}

/** What is ticked and written stands in forms of its own: Enter in them never presses one of the buttons above. */
export function Several(props: DecideProps) {
  const { context, photo } = props;
  const t = decideTexts.for(context.language);
  const form = formOf(props, 'words', { reasons: suggestedReasons(photo.checks) });
  return (
    <details class="mt-2" open={form.errors.length > 0}>
      <summary>{t('several')}</summary>
      <OneForm {...props} id="several" form={form}>
        <CheckboxesField
          form={form}
          name="reasons"
          label={t('reasons')}
          optional
          options={askReasons.map((reason) => ({ value: reason, label: t(reason) }))}
        />
        <TextareaField
          form={form}
          name="words"
          label={t('words')}
          hint={t('wordsHint')}
          maxlength={longestWords}
          rows={3}
          optional
        />
        <Button kind="secondary" small name="decision" value="ask" busy={t('busy')}>
          {t('severalDo')}
        </Button>
      </OneForm>
    </details>
  );
}

/** The same in the office’s own words. */
export function OwnOverride(props: DecideProps) {
  const t = decideTexts.for(props.context.language);
  const form = formOf(props, 'overrideWords', {});
  return (
    <details class="mt-2" open={form.errors.length > 0}>
      <summary>{t('overrideMore')}</summary>
      <OneForm {...props} id="override" form={form}>
        <TextareaField
          form={form}
          name="overrideWords"
          label={t('overrideWords')}
          hint={t('overrideWordsHint')}
          maxlength={longestWords}
          rows={3}
        />
        <Button kind="secondary" small name="decision" value="override" busy={t('busy')}>
          {t('overrideDo')}
        </Button>
      </OneForm>
    </details>
  );
}

/** What was typed in the form whose field has something wrong; the others begin afresh. */
function formOf({ context, form }: DecideProps, field: string, values: FormState['values']): FormState {
  const isSent = form.errors.some((error) => error.field === field) || formValue(form.values, field) !== '';
  return isSent ? form : freshForm(context.language, values);
}
