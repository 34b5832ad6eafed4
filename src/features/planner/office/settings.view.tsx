import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../planner.query.ts';
import { AudienceFields } from './audience.view.tsx';
import { PlannerFormPage } from './planner-form-page.view.tsx';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';
import { settingsTexts } from './settings.text.ts';

/** A planner's name, services, horizon, release hour and notice; without `planner`, of a new one. */
export function SettingsView(
  props: PlannerPageProps & {
    planner: Planner | undefined;
    offerings: readonly Offering[];
    form: FormState;
    /** fingerprint of the settings that are being changed */
    seen: string;
    /** somebody else changed them since they were shown */
    isChangedMeanwhile: boolean;
  },
) {
  const { context, at, planner, offerings, form, seen, isChangedMeanwhile } = props;
  const t = settingsTexts.for(context.language);
  const { code } = at.office;
  const title = planner ? t('edit') : t('create');
  const back = planner ? plannerPaths.planner(code, planner.id) : plannerPaths.list(code);
  const list = { label: plannerTexts.for(context.language)('title'), href: plannerPaths.list(code) };
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="settings"
      title={title}
      kicker={planner?.name}
      lead={planner ? t('editLead') : t('createLead')}
      above={planner ? [list, { label: planner.name, href: back }] : [list]}
      back={back}
      form={form}
      save={planner ? t('save') : t('saveNew')}
      cancel={t('cancel')}
      instead={
        offerings.length === 0 && (
          <EmptyState icon="settings" title={t('noOfferings')}>
            <p>{t('noOfferingsWhy')}</p>
            <ButtonLink href={back} kind="secondary">
              {t('cancel')}
            </ButtonLink>
          </EmptyState>
        )
      }
    >
      <input type="hidden" name="seen" value={seen} />
      {isChangedMeanwhile && planner && (
        <Alert language={context.language} tone="warning" live title={t('changedTitle')}>
          <p>{t('changedWhy')}</p>
          <ul>
            <li>{planner.name}</li>
            <li>{planner.services.map(({ name }) => localText(name, context.language)).join(', ')}</li>
            <li>
              {t('changedNow', {
                days: planner.horizonDays,
                time: planner.releaseTime,
                hours: planner.noticeMinutes / 60,
              })}
            </li>
          </ul>
        </Alert>
      )}
      <TextField form={form} name="name" label={t('name')} hint={t('nameHint')} maxlength={80} />
      <CheckboxesField
        form={form}
        name="offerings"
        label={t('offerings')}
        hint={t('offeringsHint')}
        options={offerings.map((offering) => ({
          value: String(offering.id),
          label: localText(offering.serviceName, context.language),
          hint: offering.active ? undefined : t('inactive'),
        }))}
      />
      <TextField
        form={form}
        name="horizonDays"
        label={t('horizonDays')}
        hint={t('horizonHint')}
        inputmode="numeric"
        size="short"
        maxlength={3}
      />
      {planner === undefined || planner.releaseRule === null ? (
        <TextField
          form={form}
          name="releaseTime"
          label={t('releaseTime')}
          hint={t('releaseHint')}
          type="time"
          size="short"
        />
      ) : (
        <>
          <input type="hidden" name="releaseTime" value={planner.releaseTime} />
          <p>
            {t('releaseElsewhere')} <a href={plannerPaths.releases(code, planner.id)}>{t('releases')}</a>
          </p>
        </>
      )}
      <TextField
        form={form}
        name="noticeHours"
        label={t('noticeHours')}
        hint={t('noticeHint')}
        inputmode="decimal"
        size="short"
        maxlength={7}
        optional
      />
      <AudienceFields form={form} language={context.language} />
    </PlannerFormPage>
  );
}
