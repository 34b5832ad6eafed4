import type { ComponentChildren } from 'preact';
import type { AtOffice, Planner } from '#features/planner/index.ts';
import { plannerPaths } from '#features/planner/index.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { roomRulePaths } from './paths.ts';
import type { RoomRule } from '../../rule/room-rule.ts';
import { roomRuleTexts } from './room-rule.text.ts';
import { roomRuleWords } from './room-rule-words.ts';

export interface RoomRuleViewProps {
  readonly context: PageContext;
  readonly at: AtOffice;
  readonly planner: Planner;
  readonly rule: RoomRule;
  readonly before: RoomRule | null;
  readonly form: FormState;
  readonly done: 'saved' | 'undone' | undefined;
  /** what the rule would mean for the next release, from whoever simulates */
  readonly simulation: ComponentChildren;
}

/** When people wait for a planner's seats, and how they are put in order. */
export function RoomRuleView(props: RoomRuleViewProps) {
  const { context, at, planner, rule, before, form, done, simulation } = props;
  const { language, csrf } = context;
  const t = roomRuleTexts.for(language);
  const { code } = at.office;
  const releases = plannerPaths.releases(code, planner.id);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('title')} · ${planner.name}`}
      width="text"
      formId="room-rule"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: planner.name, href: releases }, { label: t('title') }]}
    >
      {done && (
        <Alert language={language} tone="success" live title={t(done)}>
          {done === 'saved' && before && (
            <ActionForm action={roomRulePaths.undo(code, planner.id)} csrf={csrf} language={language}>
              <Button kind="secondary" small>
                {t('undo')}
              </Button>
            </ActionForm>
          )}
        </Alert>
      )}
      <PageHeading title={t('title')} kicker={planner.name} lead={t('lead')} />
      <h2 class="h4">{t('now')}</h2>
      <p>{roomRuleWords(rule, language)}</p>
      {simulation}
      <Form id="room-rule" form={form} csrf={csrf} action={roomRulePaths.rule(code, planner.id)}>
        <Fields form={form} />
        <Actions>
          <Button>{t('preview')}</Button>
          <ButtonLink href={releases} kind="secondary">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}

function Fields({ form }: { form: FormState }) {
  const t = roomRuleTexts.for(form.language);
  const units = (['minutes', 'hours', 'days'] as const).map((value) => ({
    value,
    label: `${t(value)} ${t('before')}`,
  }));
  return (
    <>
      <RadioField
        form={form}
        name="room"
        label={t('room')}
        options={(['always', 'demand', 'never'] as const).map((value) => ({
          value,
          label: t(`room.${value}`),
          hint: t(`room.${value}-hint`),
        }))}
      />
      <RadioField
        form={form}
        name="ordering"
        label={t('ordering')}
        options={(['first-come', 'draw', 'registration-draw'] as const).map((value) => ({
          value,
          label: t(`ordering.${value}`),
          hint: t(`ordering.${value}-hint`),
        }))}
      />
      {(['joins', 'closes'] as const).map((name) => (
        <div key={name} class="row">
          <div class="col-5 col-md-4">
            <TextField form={form} name={name} label={t(name)} inputmode="numeric" size="short" maxlength={5} />
          </div>
          <div class="col-7 col-md-8">
            <SelectField form={form} name={`${name}Unit`} label={t(`${name}Unit`)} first={null} options={units} />
          </div>
        </div>
      ))}
      <TextField
        form={form}
        name="turnMinutes"
        label={t('turnMinutes')}
        hint={t('turnHint')}
        inputmode="numeric"
        size="short"
        maxlength={2}
      />
      <RadioField
        form={form}
        name="mixing"
        label={t('mixing')}
        hint={t('mixingHint')}
        options={(['usual', 'none'] as const).map((value) => ({
          value,
          label: t(`mixing.${value}`),
          hint: t(`mixing.${value}-hint`),
        }))}
      />
      <TextareaField
        form={form}
        name="unmixedReason"
        label={t('unmixedReason')}
        hint={t('unmixedReasonHint')}
        maxlength={300}
        optional
      />
    </>
  );
}
