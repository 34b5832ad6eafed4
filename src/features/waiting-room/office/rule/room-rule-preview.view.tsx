import type { ComponentChildren } from 'preact';
import { type AtOffice, momentWords, openingWords, type Planner, plannerPaths } from '#features/planner/index.ts';
import { longDate } from '#platform/dates.ts';
import { type FormValues, formList } from '#platform/http/form.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import type { ReleaseEffect } from './effect.ts';
import { roomRulePaths } from './paths.ts';
import { fingerprintOf, type RoomRule } from '../../rule/room-rule.ts';
import { roomRuleTexts } from './room-rule.text.ts';
import { roomRuleWords } from './room-rule-words.ts';

/** What another rule would do, before it is saved. The form is carried along as it was typed. */
export function RoomRulePreviewView(props: {
  context: PageContext;
  at: AtOffice;
  planner: Planner;
  now: RoomRule;
  then: RoomRule;
  effect: readonly ReleaseEffect[];
  values: FormValues;
  changedMeanwhile: boolean;
  simulation: ComponentChildren;
}) {
  const { context, at, planner, now, then, effect, values, changedMeanwhile, simulation } = props;
  const { language } = context;
  const t = roomRuleTexts.for(language);
  const { code } = at.office;
  const action = roomRulePaths.rule(code, planner.id);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('previewTitle')}
      breadcrumb={[
        { label: planner.name, href: plannerPaths.releases(code, planner.id) },
        { label: t('title'), href: action },
        { label: t('previewTitle') },
      ]}
    >
      {changedMeanwhile && <Alert language={language} tone="warning" live title={t('changedMeanwhile')} />}
      <PageHeading title={t('previewTitle')} kicker={planner.name} />
      <SummaryList
        language={language}
        rows={[
          { key: t('now'), value: roomRuleWords(now, language) },
          { key: t('then'), value: roomRuleWords(then, language) },
        ]}
      />
      <h2>{t('effect')}</h2>
      <Effect effect={effect} rule={then} zone={at.office.timeZone} language={language} />
      <p>{t('planned')}</p>
      {simulation}
      <Form id="save-room-rule" form={freshForm(language)} csrf={context.csrf} action={action}>
        {Object.keys(values)
          .filter((name) => !['_csrf', '_lang', 'seen', 'step'].includes(name))
          .flatMap((name) =>
            formList(values, name).map((value) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            )),
          )}
        <input type="hidden" name="seen" value={fingerprintOf(now)} />
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

function Effect(props: { effect: readonly ReleaseEffect[]; rule: RoomRule; zone: string; language: Language }) {
  const { effect, rule, zone, language } = props;
  const t = roomRuleTexts.for(language);
  if (effect.length === 0) return <p>{t('noNext')}</p>;
  const joins = (one: ReleaseEffect): string => {
    const from = one.isLate ? t('late') : momentWords(one.joinsAt, zone, language);
    if (rule.room === 'never') return t('noRoom');
    if (one.isTooSoon) return t('tooSoon');
    return rule.room === 'demand' ? t('ifNeeded', { when: from }) : from;
  };
  const isDrawn = rule.room !== 'never' && rule.ordering !== 'first-come';
  return (
    <Table
      caption={t('effect')}
      columns={[
        { label: t('opens') },
        { label: t('joinsAt') },
        { label: t('closesAt') },
        ...(isDrawn ? [{ label: t('value') }] : []),
        { label: t('seats'), numeric: true },
      ]}
      rows={effect.map((one) => ({
        key: one.release.id,
        cells: [
          openingWords(one.release, zone, language),
          joins(one),
          rule.room === 'never' || one.isTooSoon ? t('none') : momentWords(one.closesAt, zone, language),
          ...(isDrawn
            ? [
                one.value
                  ? t('valueDay', { day: longDate(Temporal.PlainDate.from(one.value.day), language) })
                  : t('none'),
              ]
            : []),
          one.release.seats,
        ],
      }))}
    />
  );
}
