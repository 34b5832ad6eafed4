import { Alert } from '#ui/alert.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import type { Planner } from '../../planner.query.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';
import { breakCount } from './rule.form.ts';
import { ruleTexts } from './rule.text.ts';

/** The form of one opening rule, new or known. */
export function RuleView(
  props: PlannerPageProps & {
    planner: Planner;
    isNew: boolean;
    form: FormState;
    /** fingerprint of the rule that is being changed */
    seen: string;
    /** where in the planner to go back to */
    week: string;
    /** what somebody else did to the rule meanwhile */
    meanwhile: { readonly title: string; readonly why: string } | undefined;
  },
) {
  const { context, at, planner, isNew, form, seen, week, meanwhile } = props;
  const { language } = context;
  const t = ruleTexts.for(language);
  const title = isNew ? t('add') : t('edit');
  const back = plannerPaths.planner(at.office.code, planner.id);
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(at.office.code) };
  const days = weekdays(language).map(({ long }, index) => ({ value: String(index + 1), label: capital(long) }));
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="rule"
      title={title}
      kicker={planner.name}
      lead={t('lead')}
      above={[list, { label: planner.name, href: back }]}
      back={week === '' ? back : `${back}?week=${week}`}
      action={isNew ? plannerPaths.newRule(at.office.code, planner.id) : undefined}
      form={form}
      save={t('save')}
      cancel={t('cancel')}
    >
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="week" value={week} />
      {meanwhile && (
        <Alert language={language} tone="warning" live title={meanwhile.title}>
          <p>{meanwhile.why}</p>
        </Alert>
      )}
      <h2>{t('when')}</h2>
      <div class="t-choices-days">
        <CheckboxesField form={form} name="weekdays" label={t('weekdays')} options={days} />
      </div>
      <DayField form={form} name="validFrom" label={t('validFrom')} />
      <DayField form={form} name="validTo" label={t('validTo')} hint={t('validToHint')} optional />
      <h2>{t('hours')}</h2>
      <div class="t-field-pair">
        <Time form={form} name="starts" label={t('starts')} />
        <Time form={form} name="ends" label={t('ends')} />
      </div>
      <Fieldset form={form} legend={t('breaks')} hint={t('breaksHint')} optional>
        {Array.from({ length: breakCount }, (_, index) => (
          <div class="row" key={index}>
            <div class="col-6">
              <Time form={form} name={`breaks.${index}.starts`} label={t('breakStarts', { n: index + 1 })} optional />
            </div>
            <div class="col-6">
              <Time form={form} name={`breaks.${index}.ends`} label={t('breakEnds', { n: index + 1 })} optional />
            </div>
          </div>
        ))}
      </Fieldset>
      <h2>{t('work')}</h2>
      <TextField form={form} name="minutes" label={t('minutes')} inputmode="numeric" size="short" maxlength={3} />
      <TextField
        form={form}
        name="desks"
        label={t('desks')}
        hint={t('desksHint')}
        inputmode="numeric"
        size="short"
        maxlength={4}
      />
    </PlannerFormPage>
  );
}

function Time(props: { form: FormState; name: string; label: string; optional?: boolean }) {
  return <TextField {...props} type="time" size="short" />;
}
