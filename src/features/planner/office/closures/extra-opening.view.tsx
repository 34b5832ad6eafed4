import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import { closuresTexts } from './closures.text.ts';
import { extraOpeningTexts } from './extra-opening.text.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';

/** The form of an extra opening, as an open day: what it asks for is shown in a preview before it is done. */
export function ExtraOpeningView(props: PlannerPageProps & { planners: readonly Planner[]; form: FormState }) {
  const { context, at, planners, form } = props;
  const t = extraOpeningTexts.for(context.language);
  const closures = closuresTexts.for(context.language);
  const back = plannerPaths.closures(at.office.code);
  const min = at.today.toString();
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="extra-opening"
      title={t('title')}
      lead={t('lead')}
      above={[{ label: closures('title'), href: back }]}
      back={back}
      form={form}
      save={closures('toPreview')}
      cancel={closures('cancel')}
      instead={planners.length === 0 && <p>{t('noPlanner')}</p>}
    >
      <SelectField
        form={form}
        name="planner"
        label={t('planner')}
        hint={t('plannerHint')}
        first={planners.length === 1 ? null : undefined}
        options={planners.map((planner) => ({ value: String(planner.id), label: planner.name }))}
      />
      <div class="t-field-pair">
        <DayField form={form} name="firstDay" label={closures('firstDay')} min={min} />
        <DayField form={form} name="lastDay" label={closures('lastDay')} hint={t('lastDayHint')} min={min} optional />
      </div>
      <div class="t-field-pair">
        <TextField form={form} name="starts" label={closures('starts')} type="time" size="short" />
        <TextField form={form} name="ends" label={closures('ends')} type="time" size="short" />
      </div>
      <div class="t-field-pair">
        <TextField form={form} name="minutes" label={t('minutes')} inputmode="numeric" size="short" maxlength={3} />
        <TextField form={form} name="desks" label={t('desks')} inputmode="numeric" size="short" maxlength={4} />
      </div>
      <TextField form={form} name="reasonIt" label={closures('reasonIt')} hint={t('reasonHint')} maxlength={200} />
      <TextField form={form} name="reasonEn" label={closures('reasonEn')} maxlength={200} />
    </PlannerFormPage>
  );
}
