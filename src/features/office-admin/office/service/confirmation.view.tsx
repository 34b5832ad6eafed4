import { confirmationWindow, lastDayToConfirm } from '#features/booking/index.ts';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { formValue } from '#platform/http/form.ts';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { exemptible } from './confirmation.form.ts';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';

export function ConfirmationFields(props: PartProps) {
  const { form } = props;
  const t = ruleTexts.for(form.language);
  return (
    <>
      <RadioField
        form={form}
        name="confirmBy"
        label={t('confirmBy')}
        options={[
          { value: 'citizen', label: t('byCitizen'), hint: `${t('byCitizenHint')} ${t('messagesCitizen')}` },
          { value: 'office', label: t('byOffice'), hint: `${t('byOfficeHint')} ${t('messagesOffice')}` },
          { value: 'nobody', label: t('byNobody'), hint: `${t('byNobodyHint')} ${t('messagesNobody')}` },
        ]}
      />
      <p>{t('messagesAll')}</p>
      <Fieldset form={form} legend={t('ifCitizen')} hint={t('windowHint')}>
        <div class="row align-items-end">
          <div class="col-6">
            <Figure form={form} name="confirmOpensDays" label={t('opens')} />
          </div>
          <div class="col-6">
            <Figure form={form} name="confirmClosesDays" label={t('closes')} />
          </div>
        </div>
        <Example {...props} />
      </Fieldset>
      <CheckboxesField
        form={form}
        name="exempt"
        label={t('exempt')}
        hint={t('exemptHint')}
        optional
        options={exemptible.map((channel) => ({ value: channel, label: t(channel) }))}
      />
      <Figure form={form} name="cancelCutoffHours" label={t('cutoff')} hint={t('cutoffHint')} />
    </>
  );
}

/** The window of an appointment in a month, with its days. */
function Example({ at, form }: PartProps) {
  const { language } = form;
  const [opensDays, closesDays] = ['confirmOpensDays', 'confirmClosesDays'].map((name) => formValue(form.values, name));
  if (!/^\d{1,2}$/.test(opensDays ?? '') || !/^\d{1,2}$/.test(closesDays ?? '')) return null;
  const zone = at.office.timeZone;
  const day = dayIn(at.now, zone).add({ days: 30 });
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).toInstant();
  const window = confirmationWindow(startsAt, zone, { opensDays: Number(opensDays), closesDays: Number(closesDays) });
  const words = {
    day: withArticle('il', day, language),
    from: withArticle('dal', dayIn(window.opensAt, zone), language),
    to: dayMonthYear(lastDayToConfirm(window.closesAt, zone), language),
  };
  return <p class="t-muted">{ruleTexts.for(language)('windowExample', words)}</p>;
}
