import { reasonName } from '#features/booking/index.ts';
import { euros } from '#platform/money.ts';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { LocalTextFields } from '../../local-text-fields.view.tsx';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { visitSizes } from './visit.form.ts';
import { visitRuleTexts } from './visit.text.ts';

export function VisitFields({ form, offering, languages, service, kind }: PartProps) {
  const { language } = form;
  const t = visitRuleTexts.for(language);
  const stateCents = service.rules[kind]?.stateFeeCents ?? 0;
  return (
    <>
      <Fieldset form={form} legend={t('reasons')}>
        <p class="t-hint">{offering.reasons.length === 0 ? t('noReasons') : t('reasonsAbout')}</p>
        <CheckboxField form={form} name="reasonOptional" label={t('reasonOptional')} optional />
        {offering.reasons.map((code) => (
          <LocalTextFields
            key={code}
            form={form}
            name={`reason.${code}`}
            label={reasonName(code, language)}
            languages={languages}
            max={visitSizes.reason}
            rows={1}
          />
        ))}
        <Figure form={form} name="renewalDays" label={t('renewalDays')} hint={t('renewalDaysHint')} optional />
      </Fieldset>
      <Fieldset form={form} legend={t('fees')}>
        <p class="t-hint">{t('feesAbout', { state: euros(stateCents, language) })}</p>
        <TextField
          form={form}
          name="rights"
          label={t('rights')}
          hint={t('rightsHint')}
          size="short"
          maxlength={12}
          optional
        />
        <TextField
          form={form}
          name="duplicate"
          label={t('duplicate')}
          hint={t('duplicateHint')}
          size="short"
          maxlength={12}
          optional
        />
        <LocalTextFields
          form={form}
          name="payment"
          label={t('payment')}
          hint={t('paymentHint')}
          languages={languages}
          max={visitSizes.payment}
          rows={2}
        />
      </Fieldset>
      <Fieldset form={form} legend={t('limit')}>
        <Figure form={form} name="liveLimit" label={t('liveLimit')} hint={t('liveLimitHint')} optional />
      </Fieldset>
    </>
  );
}
