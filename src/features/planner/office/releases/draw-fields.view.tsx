import { formValue } from '#platform/http/form.ts';
import type { Language } from '#platform/language.ts';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { drawFieldsTexts } from './draw-fields.text.ts';

/** How people are put in order, and what a draw promises. */
export function DrawFields({ form, language, min }: { form: FormState; language: Language; min: string }) {
  const t = drawFieldsTexts.for(language);
  const number = (name: 'turnMinutes' | 'valueCount' | 'valueHighest' | 'valueLength', hint?: string) => (
    <TextField
      form={form}
      name={name}
      label={t(name)}
      hint={hint}
      inputmode="numeric"
      size="short"
      maxlength={6}
      optional
    />
  );
  const isDrawn = formValue(form.values, 'order') !== 'first-come';
  return (
    <>
      <RadioField
        form={form}
        name="order"
        label={t('order')}
        options={(['first-come', 'draw', 'registration-draw'] as const).map((value) => ({
          value,
          label: t(`order.${value}`),
          hint: t(`order.${value}.hint`),
        }))}
      />
      <details class="mb-4" open={isDrawn || form.errors.length > 0}>
        <summary>{t('about')}</summary>
        <div class="mt-3">
          <p>{t('aboutHint')}</p>
          <DayField form={form} name="joinsDay" label={t('joinsDay')} hint={t('joinsHint')} min={min} optional />
          <TextField form={form} name="joinsTime" label={t('joinsTime')} type="time" size="short" optional />
          <DayField form={form} name="closesDay" label={t('closesDay')} hint={t('closesHint')} min={min} optional />
          <TextField form={form} name="closesTime" label={t('closesTime')} type="time" size="short" optional />
          {number('turnMinutes', t('turnHint'))}
          <RadioField
            form={form}
            name="mixing"
            label={t('mixing')}
            hint={t('mixingHint')}
            options={[
              { value: 'usual', label: t('mixing.usual') },
              { value: 'own', label: t('mixing.own') },
              { value: 'off', label: t('mixing.off'), hint: t('mixing.off.hint') },
            ]}
          />
          <TextareaField form={form} name="unmixedReason" label={t('unmixedReason')} maxlength={300} optional />
        </div>
        <details class="mb-4" open={formValue(form.values, 'mixing') === 'own'}>
          <summary>{t('value')}</summary>
          <div class="mt-3">
            <TextField
              form={form}
              name="valueIt"
              label={t('valueIt')}
              hint={t('valueItHint')}
              maxlength={300}
              optional
            />
            <TextField form={form} name="valueEn" label={t('valueEn')} maxlength={300} optional />
            <DayField form={form} name="valueDay" label={t('valueDay')} min={min} optional />
            <TextField form={form} name="valueSource" label={t('valueSource')} maxlength={300} optional />
            <RadioField
              form={form}
              name="valueKind"
              label={t('valueKind')}
              options={(['numbers', 'digits'] as const).map((value) => ({ value, label: t(`valueKind.${value}`) }))}
            />
            {number('valueCount')}
            {number('valueHighest')}
            {number('valueLength')}
          </div>
        </details>
      </details>
    </>
  );
}
