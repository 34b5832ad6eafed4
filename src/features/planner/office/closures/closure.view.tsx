import { formValue } from '#platform/http/form.ts';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import { closuresTexts } from './closures.text.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { Tick } from '../tick.view.tsx';

/** The form of a new closure: what it asks for is shown in a preview before it is done. */
export function ClosureView(props: PlannerPageProps & { planners: readonly Planner[]; form: FormState }) {
  const { context, at, planners, form } = props;
  const t = closuresTexts.for(context.language);
  const back = plannerPaths.closures(at.office.code);
  const min = at.today.toString();
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="closure"
      title={t('formTitle')}
      lead={t('formLead')}
      above={[{ label: t('title'), href: back }]}
      back={back}
      form={form}
      save={t('toPreview')}
      cancel={t('cancel')}
    >
      <div class="t-field-pair">
        <DayField form={form} name="firstDay" label={t('firstDay')} min={min} />
        <DayField form={form} name="lastDay" label={t('lastDay')} hint={t('lastDayHint')} min={min} optional />
      </div>
      <div class="t-field-pair">
        <TextField
          form={form}
          name="starts"
          label={t('starts')}
          hint={t('hoursHint')}
          type="time"
          size="short"
          optional
        />
        <TextField form={form} name="ends" label={t('ends')} type="time" size="short" optional />
      </div>
      <TextField form={form} name="reasonIt" label={t('reasonIt')} hint={t('reasonHint')} maxlength={200} />
      <TextField form={form} name="reasonEn" label={t('reasonEn')} maxlength={200} />
      {planners.length > 1 && (
        <SelectField
          form={form}
          name="planner"
          label={t('planner')}
          first={t('wholeOffice')}
          options={planners.map((planner) => ({ value: String(planner.id), label: planner.name }))}
          optional
        />
      )}
      <Tick
        name="yearly"
        label={t('yearly')}
        hint={t('yearlyHint')}
        checked={formValue(form.values, 'yearly') === 'yes'}
      />
    </PlannerFormPage>
  );
}
