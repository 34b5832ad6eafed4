import type { Offering } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { clearanceRuleTexts } from './clearance-rules.text.ts';
import { Figure } from './figure.view.tsx';

/** By when the municipality must answer, and what follows. */
export function ClearanceRuleFields({ form }: { form: FormState }) {
  const t = clearanceRuleTexts.for(form.language);
  return (
    <Fieldset form={form} legend={t('legend')} hint={t('legendHint')}>
      <Figure form={form} name="clearanceDays" label={t('days')} optional />
      <RadioField
        form={form}
        name="clearanceTooLate"
        label={t('tooLate')}
        options={[
          { value: 'shorten', label: t('shorten'), hint: t('shortenHint') },
          { value: 'refuse', label: t('refuse'), hint: t('refuseHint') },
        ]}
      />
      <RadioField
        form={form}
        name="clearanceAtDeadline"
        label={t('atDeadline')}
        options={[
          { value: 'cancel', label: t('cancel'), hint: t('cancelHint') },
          { value: 'stays', label: t('stays'), hint: t('staysHint') },
        ]}
      />
    </Fieldset>
  );
}

/** The same in words; nothing where no consent is needed. */
export function clearanceRuleWords(offering: Offering, language: Language): { key: string; value: string }[] {
  if (offering.clearance !== 'required') return [];
  const t = clearanceRuleTexts.for(language);
  const { clearanceDays: days, clearanceTooLate, clearanceAtDeadline } = offering;
  const parts = [t('deadlineWords', { days }), t(`${clearanceTooLate}-words`), t(`${clearanceAtDeadline}-words`)];
  return [{ key: t('answer'), value: parts.join('; ') }];
}
