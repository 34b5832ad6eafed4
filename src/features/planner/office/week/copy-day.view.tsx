import { withArticle } from '#platform/dates.ts';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import type { DraftRule } from '../../editing/draft.query.ts';
import type { Planner } from '../../planner.query.ts';
import { appliesOn } from '../../rules.ts';
import { copyDayTexts } from './copy-day.text.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';
import { ruleHours } from './rule-words.ts';
import { weekName } from './week-asked.ts';

/** Which day of a week to copy, and to which days. */
export function CopyDayView(
  props: PlannerPageProps & {
    planner: Planner;
    rules: readonly DraftRule[];
    monday: Temporal.PlainDate;
    form: FormState;
  },
) {
  const { context, at, planner, rules, monday, form } = props;
  const { language } = context;
  const t = copyDayTexts.for(language);
  const back = plannerPaths.planner(at.office.code, planner.id);
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(at.office.code) };
  const days = weekdays(language).map(({ long }, index) => {
    const date = monday.add({ days: index });
    const hours = rules.filter(({ rule }) => appliesOn(rule, date.toString(), date.dayOfWeek));
    return {
      value: String(index + 1),
      label: capital(long),
      hint: hours.map(({ rule }) => ruleHours(rule, language)).join('; ') || t('empty'),
    };
  });
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="copy-day"
      title={t('title')}
      kicker={planner.name}
      lead={t('lead', {
        from: withArticle('dal', monday, language),
        to: withArticle('al', monday.add({ days: 6 }), language),
      })}
      above={[list, { label: planner.name, href: back }]}
      back={`${back}?week=${weekName(monday)}`}
      form={form}
      save={t('save')}
      cancel={t('cancel')}
    >
      <input type="hidden" name="week" value={weekName(monday)} />
      <RadioField form={form} name="from" label={t('from')} options={days.filter(({ hint }) => hint !== t('empty'))} />
      <CheckboxesField form={form} name="to" label={t('to')} options={days} />
    </PlannerFormPage>
  );
}
