import { formValue, type FormValues } from '#platform/http/form.ts';
import { spanWords } from '#platform/spans.ts';
import { CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Figure } from './figure.view.tsx';
import { beyondPlanners, horizonExample } from './horizon-words.ts';
import type { PartProps } from './part.view.tsx';
import { ruleTexts } from './rules.text.ts';
import { horizonChoices, horizonPresets } from './when.form.ts';

export function WhenFields(props: PartProps) {
  const { form, planners } = props;
  const { language } = form;
  const t = ruleTexts.for(language);
  const { noticeMinutes } = planners;
  const planner = noticeMinutes === null ? '' : t('noticeOfPlanner', { span: spanWords(noticeMinutes, language) });
  return (
    <>
      <RadioField
        form={form}
        name="active"
        label={t('active')}
        options={[
          { value: 'yes', label: t('activeYes'), hint: t('activeYesHint') },
          { value: 'no', label: t('activeNo'), hint: t('activeNoHint') },
        ]}
      />
      <Figure form={form} name="durationMinutes" label={t('duration')} hint={t('durationHint')} optional />
      <Horizon {...props} />
      <Fieldset form={form} legend={t('notice')} hint={t('noticeHint', { planner })}>
        <div class="row align-items-end">
          <div class="col-6">
            <Figure form={form} name="noticeLength" label={t('noticeLength')} optional />
          </div>
          <div class="col-6">
            <SelectField
              form={form}
              name="noticeUnit"
              label={t('unit')}
              first={null}
              options={[
                { value: 'minutes', label: t('minutesUnit') },
                { value: 'hours', label: t('hours') },
                { value: 'days', label: t('days') },
              ]}
            />
          </div>
        </div>
        <p class="t-muted">{t('deskExempt')}</p>
      </Fieldset>
      <CheckboxField form={form} name="waitingList" label={t('waitingList')} hint={t('waitingListHint')} optional />
    </>
  );
}

function Horizon({ at, form, planners }: PartProps) {
  const { language } = form;
  const t = ruleTexts.for(language);
  const reader = { zone: at.office.timeZone, now: at.now, language, planners };
  const about = (horizon: { from: number; days: number | null }) =>
    [horizonExample(horizon, reader), beyondPlanners(horizon, planners, language)].filter(Boolean).join(' ');
  return (
    <Fieldset form={form} legend={t('horizon')} hint={t('horizonHint')}>
      <RadioField
        form={form}
        name="horizon"
        label={t('howFar')}
        options={horizonChoices.map((choice) => ({
          value: choice,
          label: t(`horizon-${choice}`),
          hint: choice === 'own' ? typedExample() : about(horizonPresets[choice]),
        }))}
      />
      <Figure form={form} name="horizonFrom" label={t('horizonFrom')} optional />
      <div class="row align-items-end">
        <div class="col-6">
          <Figure form={form} name="horizonLength" label={t('horizonLength')} hint={t('horizonLengthHint')} optional />
        </div>
        <div class="col-6">
          <SelectField
            form={form}
            name="horizonUnit"
            label={t('unit')}
            first={null}
            options={[
              { value: 'days', label: t('days') },
              { value: 'weeks', label: t('weeks') },
            ]}
          />
        </div>
      </div>
    </Fieldset>
  );

  /** What the fields below hold, in days: as they were saved, or as they were typed. */
  function typedExample(): string | undefined {
    const typed = typedHorizon(form.values);
    return formValue(form.values, 'horizon') === 'own' && typed ? about(typed) : undefined;
  }
}

function typedHorizon(values: FormValues): { from: number; days: number | null } | undefined {
  const [from, length] = [formValue(values, 'horizonFrom') || '0', formValue(values, 'horizonLength')];
  if (!/^\d{1,3}$/.test(from) || !/^\d{0,3}$/.test(length)) return undefined;
  const days = Number(length) * (formValue(values, 'horizonUnit') === 'weeks' ? 7 : 1);
  return { from: Number(from), days: length === '' ? null : days };
}
