import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import type { QuotaPreview } from '../../quotas/quota-preview.rules.ts';
import { quotaGroups } from '../../quotas/quota.rules.ts';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { QuotaPreviewTable } from './quota-preview.view.tsx';
import { quotasWords } from './quota-words.ts';
import { rowsOf } from './quotas.form.ts';
import { quotasTexts } from './quotas.text.ts';

export interface QuotasViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly form: FormState;
  /** fingerprint of the settings that are being changed */
  readonly seen: string;
  /** undefined while something typed is wrong */
  readonly preview: QuotaPreview | undefined;
  /** the preview is of what was typed, which is not saved */
  readonly isShown: boolean;
  readonly isChangedMeanwhile: boolean;
}

/** Who gets the seats of a planner: a row for each quota, and what they come to. */
export function QuotasView(props: QuotasViewProps) {
  const { context, at, planner, form, seen, preview, isShown, isChangedMeanwhile } = props;
  const { language } = context;
  const t = quotasTexts.for(language);
  const { code } = at.office;
  const back = plannerPaths.planner(code, planner.id);
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) };
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="quotas"
      title={t('title')}
      kicker={planner.name}
      lead={t('lead')}
      above={[list, { label: planner.name, href: back }]}
      back={back}
      form={form}
      save={t('save')}
      cancel={t('cancel')}
    >
      <input type="hidden" name="seen" value={seen} />
      {isChangedMeanwhile && (
        <Alert language={language} tone="warning" live title={t('changedTitle')}>
          <p>{t('changedWhy', { now: quotasWords(planner.quotas, language) })}</p>
        </Alert>
      )}
      {Array.from({ length: rowsOf(form.values) }, (_, index) => (
        <QuotaRow key={index} form={form} index={index} isNew={!form.values[`quotas.${index}.seats`]} />
      ))}
      <TextField
        form={form}
        name="holdMinutes"
        label={t('hold')}
        hint={t('holdHint')}
        inputmode="numeric"
        size="short"
        maxlength={2}
        optional
      />
      {preview && (
        <section aria-labelledby="preview">
          <h2 id="preview">{t('preview')}</h2>
          {isShown && <Alert language={language} tone="info" live title={t('previewShown')} />}
          <QuotaPreviewTable language={language} preview={preview} />
        </section>
      )}
      <p>
        <Button kind="secondary" small name="show" value="preview">
          {t('show')}
        </Button>
      </p>
    </PlannerFormPage>
  );
}

function QuotaRow({ form, index, isNew }: { form: FormState; index: number; isNew: boolean }) {
  const t = quotasTexts.for(form.language);
  const name = (part: string) => `quotas.${index}.${part}`;
  return (
    <Fieldset form={form} legend={t(isNew ? 'rowNew' : 'row', { number: index + 1 })}>
      <div class="row g-2 align-items-end">
        <div class="col-12 col-md-6">
          <SelectField
            form={form}
            name={name('who')}
            label={t('who')}
            first={null}
            options={quotaGroups.map((value) => ({ value, label: t(value) }))}
          />
        </div>
        <div class="col-12 col-md-6">
          <SelectField
            form={form}
            name={name('kind')}
            label={t('kind')}
            first={null}
            options={(['at-most', 'reserved'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
        <div class="col-6">
          <TextField
            form={form}
            name={name('seats')}
            label={t('seats')}
            hint={isNew ? t('rowHint') : undefined}
            inputmode="numeric"
            size="short"
            maxlength={5}
            optional
          />
        </div>
        <div class="col-6">
          <SelectField
            form={form}
            name={name('per')}
            label={t('per')}
            first={null}
            options={[
              { value: 'slot', label: t('perSlot') },
              { value: 'day', label: t('perDay') },
            ]}
          />
        </div>
        <div class="col-12">
          <TextField
            form={form}
            name={name('untilHours')}
            label={t('untilHours')}
            hint={t('untilHint')}
            inputmode="numeric"
            size="short"
            maxlength={4}
            optional
          />
        </div>
      </div>
    </Fieldset>
  );
}
