import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/form.tsx';
import { OfficeLayout } from '#ui/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import { capital } from '#ui/weekdays.ts';
import type { Planner } from '../planner.query.ts';
import type { SlotChanges } from '../slot-changes.query.ts';
import type { UncoveredBooking } from '../uncovered-bookings.query.ts';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';
import { publishTexts } from './publish.text.ts';

export interface PublishViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly kind: 'publish' | 'unpublish';
  readonly changes: SlotChanges;
  readonly bookings: readonly UncoveredBooking[];
}

/** What a publication, or taking a planner off, would change: asked once before it is done. */
export function PublishView(props: PublishViewProps) {
  const { context, at, planner, kind, changes } = props;
  const { language } = context;
  const t = publishTexts.for(language);
  const { code } = at.office;
  const isPublish = kind === 'publish';
  const title = t(isPublish ? 'publishTitle' : 'unpublishTitle', { name: planner.name });
  const back = plannerPaths.planner(code, planner.id);
  const missing = isPublish ? whatIsMissing(planner) : undefined;
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width="text"
      breadcrumb={[list, { label: planner.name, href: back }, { label: title }]}
    >
      <PageHeading title={title} lead={t(isPublish ? 'publishLead' : 'unpublishLead')} />
      {missing ? <Alert language={language} tone="warning" title={t(missing)} /> : <Changes {...props} />}
      <Actions>
        {!missing && (
          <ActionForm
            action={isPublish ? plannerPaths.publish(code, planner.id) : plannerPaths.unpublish(code, planner.id)}
            csrf={context.csrf}
            language={language}
          >
            <Button kind={isPublish ? 'primary' : 'danger'}>{t(isPublish ? 'publish' : 'unpublish')}</Button>
          </ActionForm>
        )}
        <ButtonLink href={back} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
      {changes.uncovered.length > 0 && !missing && <Uncovered {...props} />}
    </OfficeLayout>
  );
}

function Changes({ context, changes }: PublishViewProps) {
  const t = publishTexts.for(context.language);
  const { made, changed, withdrawn, keptTaken } = changes;
  if (made + changed + withdrawn + keptTaken === 0) return <p>{t('nothing')}</p>;
  const rows = [
    { key: t('made'), value: made },
    { key: t('changed'), value: changed },
    { key: t('withdrawn'), value: withdrawn },
    { key: t('kept'), value: keptTaken },
  ];
  return <SummaryList language={context.language} rows={rows} />;
}

function Uncovered({ context, at, bookings }: PublishViewProps) {
  const { language } = context;
  const t = publishTexts.for(language);
  const { code, timeZone } = at.office;
  if (bookings.length === 0) return <Alert language={language} tone="info" title={t('held')} />;
  return (
    <>
      <h2>{t('uncoveredTitle', { count: bookings.length })}</h2>
      <p>{t('uncoveredWhy')}</p>
      <Table
        caption={t('uncoveredTitle', { count: bookings.length })}
        dense
        columns={[{ label: t('booking') }, { label: t('when') }, { label: t('people'), numeric: true }]}
        rows={bookings.map((booking) => ({
          key: booking.code,
          cells: [
            <a href={`/office/${code}/bookings/${booking.code}`}>
              <span class="t-code" translate={false}>
                {booking.code}
              </span>
            </a>,
            `${capital(longDate(dayIn(booking.startsAt, timeZone), language))}, ${clockTime(booking.startsAt, timeZone)}`,
            booking.party,
          ],
        }))}
      />
    </>
  );
}

function whatIsMissing(planner: Planner): 'noRules' | 'noServices' | undefined {
  if (planner.ruleCount === 0) return 'noRules';
  return planner.services.length === 0 ? 'noServices' : undefined;
}
