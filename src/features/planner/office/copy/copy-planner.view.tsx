import type { Office } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import type { Copy } from './copies.query.ts';
import { copyPlannerTexts } from './copy-planner.text.ts';

export interface CopyPlannerProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly offices: readonly Office[];
  /** they plan for offices that are too many to be listed */
  readonly everywhere: boolean;
  readonly form: FormState;
  /** what was just copied, and the codes of offices that offer none of the services */
  readonly done: { readonly copies: readonly Copy[]; readonly none: readonly string[] } | undefined;
}

/** The name of the copy and, for whoever plans for more than one, its offices; above it what became of the last ones. */
export function CopyPlannerView(props: CopyPlannerProps) {
  const { context, at, planner, offices, everywhere, form, done } = props;
  const { language } = context;
  const t = copyPlannerTexts.for(language);
  const isListed = offices.length > 1 || everywhere || form.errors.length > 0;
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
      action={plannerPaths.copyPlanner(at.office.code, planner.id)}
      save={t('save')}
      cancel={t('cancel')}
    >
      {done && <Done {...props} done={done} />}
      <TextField form={form} name="name" label={t('name')} maxlength={80} />
      {isListed && <input type="hidden" name="listed" value="yes" />}
      {isListed && (
        <CheckboxesField
          form={form}
          name="offices"
          label={t('offices')}
          optional={everywhere}
          options={offices.map(({ code, name }) => ({ value: code, label: localText(name, language) }))}
        />
      )}
      {everywhere && (
        <TextareaField
          form={form}
          name="codes"
          label={t('codes')}
          hint={t('codesHint')}
          rows={4}
          maxlength={20_000}
          optional
        />
      )}
    </PlannerFormPage>
  );
}

function Done({ context, done: { copies, none } }: CopyPlannerProps & { done: NonNullable<CopyPlannerProps['done']> }) {
  const { language } = context;
  const t = copyPlannerTexts.for(language);
  return (
    <Alert
      language={language}
      tone={none.length > 0 ? 'warning' : 'success'}
      live
      title={t('made', { count: copies.length })}
    >
      <ul>
        {copies.map(({ plannerId, officeCode, officeName, left }) => (
          <li key={plannerId}>
            {localText(officeName, language)} <span class="t-code">{officeCode}</span>:{' '}
            <a href={plannerPaths.planner(officeCode, plannerId)}>{t('madeAt')}</a>
            {left.length > 0 && (
              <>. {t('left', { services: left.map((name) => localText(name, language)).join(', ') })}</>
            )}
          </li>
        ))}
      </ul>
      {none.length > 0 && <p>{t('notMade', { codes: none.join(', ') })}</p>}
    </Alert>
  );
}
