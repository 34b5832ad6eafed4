import { RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { releasesTexts } from './releases.text.ts';
import { RuleFields } from './rule-fields.view.tsx';
import { type RuleKind, ruleKinds } from './rule.form.ts';
import { releaseRuleTexts } from './rule.text.ts';

export interface ReleaseRuleViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly kind: RuleKind;
  readonly form: FormState;
}

/** The rule by which a planner's days open: one kind at a time, chosen by a link, so that it works without scripts. */
export function ReleaseRuleView(props: ReleaseRuleViewProps) {
  const { context, at, planner, kind, form } = props;
  const t = releaseRuleTexts.for(context.language);
  const { code } = at.office;
  const releases = plannerPaths.releases(code, planner.id);
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="release-rule"
      title={t('title')}
      kicker={planner.name}
      lead={t('lead')}
      above={[
        { label: plannerTexts.for(context.language)('title'), href: plannerPaths.list(code) },
        { label: planner.name, href: plannerPaths.planner(code, planner.id) },
        { label: releasesTexts.for(context.language)('title'), href: releases },
      ]}
      back={releases}
      form={form}
      action={plannerPaths.releaseRule(code, planner.id)}
      save={t('preview')}
      cancel={t('cancel')}
    >
      <Kinds {...props} />
      <input type="hidden" name="kind" value={kind} />
      {kind === 'by-hand' ? <p>{t('byHandAbout')}</p> : <RuleFields {...props} />}
      <TextField
        form={form}
        name="horizonDays"
        label={t('horizonDays')}
        hint={t('horizonHint')}
        inputmode="numeric"
        size="short"
        maxlength={3}
      />
      <Fieldset form={form} legend={t('returnedLegend')}>
        <RadioField
          form={form}
          name="returned"
          label={t('returned')}
          options={(['at-once', 'random'] as const).map((value) => ({ value, label: t(`returned.${value}`) }))}
        />
        {(['returnedMin', 'returnedMax'] as const).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t(name)}
            inputmode="numeric"
            size="short"
            maxlength={5}
            optional
          />
        ))}
      </Fieldset>
    </PlannerFormPage>
  );
}

function Kinds({ context, at, planner, kind }: ReleaseRuleViewProps) {
  const t = releaseRuleTexts.for(context.language);
  const path = plannerPaths.releaseRule(at.office.code, planner.id);
  return (
    <nav aria-label={t('kind')}>
      <p class="mb-1">
        <strong>{t('kind')}</strong>
      </p>
      <ul>
        {ruleKinds.map((one) => (
          <li key={one}>
            {one === kind ? (
              <strong aria-current="true">
                {t(`kind.${one}`)} ({t('kindNow')})
              </strong>
            ) : (
              <a href={`${path}?kind=${one}`}>{t(`kind.${one}`)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
