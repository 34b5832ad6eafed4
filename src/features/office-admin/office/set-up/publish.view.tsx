import type { Offering } from '#features/offices/index.ts';
import type { WeekPreview } from '#features/planner/index.ts';
import { longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { weekdays } from '#ui/calendar/weekdays.ts';
import { CardLink, Cards } from '#ui/card.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { publicOfficePath, settingsPaths } from '../../paths.ts';
import { BackLink, type StepFrame, StepPage } from './set-up-page.view.tsx';
import { setUpTexts } from './set-up.text.ts';

/** The last step: the first week as citizens will see it, before anybody does. */
export function PublishStep(
  props: StepFrame & { week: WeekPreview; offerings: readonly Offering[]; horizonDays: number },
) {
  const { context, at, week, offerings, horizonDays } = props;
  const { language, csrf } = context;
  const t = setUpTexts.for(language);
  const names = weekdays(language);
  const shown = week.totals.map((_total, index) => index).filter((index) => index < 5 || (week.totals[index] ?? 0) > 0);
  const seats = week.totals.reduce((sum, total) => sum + total, 0);
  const services = new Intl.ListFormat(language).format(offerings.map((one) => localText(one.serviceName, language)));
  return (
    <StepPage context={context} at={at} step="publish" title={t('publishTitle')} lead={t('publishLead')} width="wide">
      <p>
        <strong>{t('seats', { count: seats })}</strong> {t('offered', { services })}{' '}
        {t('horizonIs', { days: horizonDays })}
      </p>
      <Table
        caption={t('preview', { day: longDate(week.monday, language) })}
        showCaption
        dense
        columns={[{ label: t('hour') }, ...shown.map((day) => ({ label: names[day]?.long ?? '', numeric: true }))]}
        rows={[
          ...week.hours.map(({ hour, seats: byDay }) => ({
            key: String(hour),
            cells: [`${String(hour).padStart(2, '0')}:00`, ...shown.map((day) => byDay[day] || '–')],
          })),
          { key: 'total', tone: 'marked' as const, cells: [t('total'), ...shown.map((day) => week.totals[day] ?? 0)] },
        ]}
      />
      <Actions>
        <ActionForm action={`${settingsPaths.setUp(at.office.code)}/publish`} csrf={csrf} language={language}>
          <Button busy={t('publishing')}>{t('publishNow')}</Button>
        </ActionForm>
        <BackLink context={context} at={at} step="publish" />
      </Actions>
    </StepPage>
  );
}

/** What was reached, and what may follow. */
export function PublishedView({ context, at, plannerId }: StepFrame & { plannerId: number | null }) {
  const t = setUpTexts.for(context.language);
  const { code } = at.office;
  return (
    <OfficeLayout context={context} at={at} title={t('doneTitle')} breadcrumb={[{ label: t('title') }]}>
      <PageHeading title={t('doneTitle')} lead={t('doneLead')} />
      {!at.viewer.emailVerified && (
        <Alert language={context.language} tone="info">
          <p class="mb-0">
            {t('proveEmail', { email: at.viewer.email })} <a href="/verify-email">{t('proveEmailLink')}</a>
          </p>
        </Alert>
      )}
      <Actions>
        <ButtonLink href={publicOfficePath(code)} icon="external-link">
          {t('see')}
        </ButtonLink>
      </Actions>
      <h2>{t('then')}</h2>
      <Cards>
        <CardLink href={settingsPaths.people(code)} title={t('people')} icon="user">
          {t('peopleAbout')}
        </CardLink>
        <CardLink href={`/office/${code}/closures`} title={t('closures')} icon="calendar">
          {t('closuresAbout')}
        </CardLink>
        {plannerId !== null && (
          <CardLink href={`/office/${code}/planners/${plannerId}`} title={t('editPlanner')} icon="clock">
            {t('editPlannerAbout')}
          </CardLink>
        )}
        <CardLink href={settingsPaths.hub(code)} title={t('settings')} icon="settings">
          {t('settingsAbout')}
        </CardLink>
      </Cards>
    </OfficeLayout>
  );
}
