import type { Office } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { SelectField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../planner.query.ts';
import { copyPlannerTexts } from './copy-planner.text.ts';
import { PlannerFormPage } from './planner-form-page.view.tsx';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';

/** The name of the copy and, for whoever plans for more than one, its office. */
export function CopyPlannerView(
  props: PlannerPageProps & { planner: Planner; offices: readonly Office[]; form: FormState },
) {
  const { context, at, planner, offices, form } = props;
  const { language } = context;
  const t = copyPlannerTexts.for(language);
  const back = plannerPaths.planner(at.office.code, planner.id);
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(at.office.code) };
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="copy-planner"
      title={t('title')}
      kicker={planner.name}
      lead={t('lead')}
      above={[list, { label: planner.name, href: back }]}
      back={back}
      form={form}
      save={t('save')}
      cancel={t('cancel')}
    >
      <TextField form={form} name="name" label={t('name')} maxlength={80} />
      {(offices.length > 1 || form.errors.length > 0) && (
        <SelectField
          form={form}
          name="office"
          label={t('office')}
          first={null}
          options={offices.map(({ code, name }) => ({ value: code, label: localText(name, language) }))}
        />
      )}
    </PlannerFormPage>
  );
}
