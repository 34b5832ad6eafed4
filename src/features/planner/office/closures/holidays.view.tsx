import { longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { HolidaySuggestion } from '../../calendar/holiday-suggestions.query.ts';
import { closuresTexts } from './closures.text.ts';
import { holidaysTexts } from './holidays.text.ts';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';

/** The holidays to come, to be added to the closures in one go: which of them is the office's word. */
export function HolidaysView(props: PlannerPageProps & { suggestions: readonly HolidaySuggestion[]; form: FormState }) {
  const { context, at, suggestions, form } = props;
  const { language } = context;
  const t = holidaysTexts.for(language);
  const closures = closuresTexts.for(language);
  const back = plannerPaths.closures(at.office.code);
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="holidays"
      title={t('title')}
      lead={t('lead')}
      above={[{ label: closures('title'), href: back }]}
      back={back}
      form={form}
      save={closures('toPreview')}
      cancel={closures('cancel')}
      instead={
        suggestions.length === 0 && (
          <>
            <p>
              <strong>{t('none')}</strong> {t('noneWhy')}
            </p>
            <Own {...props} />
          </>
        )
      }
    >
      <CheckboxesField
        form={form}
        name="day"
        label={t('days')}
        options={suggestions.map(({ day, name, from, sure }) => ({
          value: day.toString(),
          label: `${capital(longDate(day, language))}: ${localText(name, language)}`,
          hint: sure ? t(from) : `${t(from)}, ${t('unsure')}`,
        }))}
      />
      <Own {...props} />
    </PlannerFormPage>
  );
}

function Own({ context, at }: PlannerPageProps) {
  const t = holidaysTexts.for(context.language);
  return (
    <p>
      {t('own')} <a href={`${plannerPaths.newClosure(at.office.code)}?yearly=yes`}>{t('ownLink')}</a>
    </p>
  );
}
