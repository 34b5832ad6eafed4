import { closingWords, confirmationWindow, lastDayToConfirm } from '#features/booking/index.ts';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { formValue } from '#platform/http/form.ts';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { clearanceRuleTexts } from './clearance-rules.text.ts';
import { exemptible } from './confirmation.form.ts';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';

export function ConfirmationFields(props: PartProps) {
  const { form } = props;
  const t = ruleTexts.for(form.language);
  const c = clearanceRuleTexts.for(form.language);
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
        <Figure form={form} name="confirmClosesHours" label={c('hours')} hint={c('hoursHint')} optional />
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
  const figure = (name: string, digits: number) => {
    const typed = formValue(form.values, name).trim();
    return /^\d+$/.test(typed) && typed.length <= digits ? Number(typed) : undefined;
  };
  const opensDays = figure('confirmOpensDays', 2);
  const closesHours = figure('confirmClosesHours', 3);
  const closesDays = figure('confirmClosesDays', 2);
  if (opensDays === undefined || closesDays === undefined) return null;
  const zone = at.office.timeZone;
  const day = dayIn(at.now, zone).add({ days: 30 });
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: '10:00' }).toInstant();
  const rule = { opensDays, closesDays, closesHours: closesHours ?? null };
  const { opensAt, closesAt } = confirmationWindow(startsAt, zone, rule);
  const words = {
    day: withArticle('il', day, language),
    from: withArticle('dal', dayIn(opensAt, zone), language),
  };
  if (closesHours) {
    const to = closingWords(closesAt, zone, language, (last) => withArticle('al', last, language));
    return <p class="t-muted">{clearanceRuleTexts.for(language)('windowExample', { ...words, to })}</p>;
  }
  const to = dayMonthYear(lastDayToConfirm(closesAt, zone), language);
  return <p class="t-muted">{ruleTexts.for(language)('windowExample', { ...words, to })}</p>;
}
