import { type FormValues, formList } from '#platform/http/form.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { PlannerSettings } from '../../editing/settings.rules.ts';
import type { Planner } from '../../planner.query.ts';
import type { RuleEffect } from '../../releases/rule-effect.query.ts';
import { plannerPaths } from '../paths.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { NextReleases } from './release-moments.view.tsx';
import { releasesTexts } from './releases.text.ts';
import { releaseRuleTexts } from './rule.text.ts';
import { releaseRuleWords, returnedWords } from './rule-words.ts';

/** What another rule would do, before it is saved. The form is carried along as it was typed. */
export function RulePreviewView(
  props: PlannerPageProps & {
    planner: Planner;
    settings: PlannerSettings;
    effect: RuleEffect;
    values: FormValues;
    seen: string;
    changedMeanwhile: boolean;
  },
) {
  const { context, at, planner, settings, effect, values, seen, changedMeanwhile } = props;
  const { language } = context;
  const t = releaseRuleTexts.for(language);
  const { code } = at.office;
  const city = localText(at.office.city, language);
  const releases = plannerPaths.releases(code, planner.id);
  const action = plannerPaths.releaseRule(code, planner.id);
  const form = freshForm(language);
  const { releaseRule = null, returned = planner.returned } = settings;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('previewTitle')}
      breadcrumb={[
        { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) },
        { label: planner.name, href: plannerPaths.planner(code, planner.id) },
        { label: releasesTexts.for(language)('title'), href: releases },
        { label: t('previewTitle') },
      ]}
    >
      {changedMeanwhile && <Alert language={language} tone="warning" live title={t('changedMeanwhile')} />}
      <PageHeading title={t('previewTitle')} kicker={planner.name} />
      <SummaryList
        language={language}
        rows={[
          {
            key: t('now'),
            value: `${releaseRuleWords(planner, city, language)} ${returnedWords(planner.returned, language)}`,
          },
          {
            key: t('then'),
            value: `${releaseRuleWords({ ...settings, releaseRule }, city, language)} ${returnedWords(returned, language)}`,
          },
        ]}
      />
      <ul>
        <li>{t('opening', { n: effect.opening })}</li>
        {effect.early > 0 && <li>{t('early', { n: effect.early })}</li>}
        {effect.never > 0 && <li>{t('never', { n: effect.never })}</li>}
      </ul>
      <h2>{releasesTexts.for(language)('next')}</h2>
      <NextReleases language={language} at={at} next={effect.next} />
      <Form id="save-rule" form={form} csrf={context.csrf} action={action}>
        {Object.keys(values)
          .filter((name) => !['_csrf', '_lang', 'seen', 'step', 'close'].includes(name))
          .flatMap((name) =>
            formList(values, name).map((value) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            )),
          )}
        <input type="hidden" name="seen" value={seen} />
        {effect.early > 0 && (
          <CheckboxField form={form} name="close" label={t('close')} hint={t('closeHint')} optional />
        )}
        <Actions>
          <Button name="step" value="save">
            {t('save')}
          </Button>
          <Button name="step" value="edit" kind="secondary">
            {t('back')}
          </Button>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
