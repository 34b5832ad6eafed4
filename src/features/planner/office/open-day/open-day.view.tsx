import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { openDayTexts } from './open-day.text.ts';

/** An open day: its name, when it is, what it is for, and when its seats open. */
export function OpenDayView(props: PlannerPageProps & { offerings: readonly Offering[]; form: FormState }) {
  const { context, at, offerings, form } = props;
  const { language } = context;
  const t = openDayTexts.for(language);
  const back = plannerPaths.list(at.office.code);
  const min = at.today.toString();
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="open-day"
      title={t('title')}
      lead={t('lead')}
      above={[{ label: plannerTexts.for(language)('title'), href: back }]}
      back={back}
      form={form}
      save={t('save')}
      cancel={t('cancel')}
    >
      <TextField form={form} name="nameIt" label={t('nameIt')} hint={t('nameHint')} maxlength={80} />
      <TextField form={form} name="nameEn" label={t('nameEn')} maxlength={80} />
      <TextareaField form={form} name="textIt" label={t('textIt')} rows={3} maxlength={1000} optional />
      <TextareaField form={form} name="textEn" label={t('textEn')} rows={3} maxlength={1000} optional />
      <CheckboxesField
        form={form}
        name="offerings"
        label={t('offerings')}
        options={offerings.map(({ id, serviceName }) => ({
          value: String(id),
          label: localText(serviceName, language),
        }))}
      />
      <DayField form={form} name="day" label={t('day')} min={min} />
      <div class="t-field-pair">
        <TextField form={form} name="starts" label={t('starts')} type="time" size="short" />
        <TextField form={form} name="ends" label={t('ends')} type="time" size="short" />
      </div>
      <div class="t-field-pair">
        <TextField form={form} name="minutes" label={t('minutes')} inputmode="numeric" size="short" maxlength={3} />
        <TextField form={form} name="desks" label={t('desks')} inputmode="numeric" size="short" maxlength={4} />
      </div>
      <div class="t-field-pair">
        <DayField form={form} name="opensDay" label={t('opensDay')} hint={t('opensHint')} min={min} optional />
        <TextField
          form={form}
          name="opensTime"
          label={t('opensTime')}
          hint={t('opensTimeHint')}
          type="time"
          size="short"
          optional
        />
      </div>
      <TextField
        form={form}
        name="elsewhere"
        label={t('elsewhere')}
        hint={t('elsewhereHint')}
        inputmode="numeric"
        size="short"
        maxlength={5}
        optional
      />
    </PlannerFormPage>
  );
}
