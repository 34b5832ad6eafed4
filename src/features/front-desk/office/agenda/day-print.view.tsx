import { ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { agendaPath } from './agenda-path.ts';
import type { DayOnPaper } from './day-on-paper.ts';
import { dayOnPaperTexts } from './day-on-paper.text.ts';

/** The day for the printer: names and hours only, with a box for whoever has come. */
export function DayPrintView(props: {
  context: PageContext;
  at: AtOffice;
  date: Temporal.PlainDate;
  paper: DayOnPaper;
}) {
  const { context, at, date, paper } = props;
  const { language } = context;
  const t = dayOnPaperTexts.for(language);
  const [time = '', who = '', service = '', party = '', code = '', status = '', come = ''] = paper.columns;
  return (
    <OfficeLayout width="full" context={context} at={at} title={paper.title}>
      <PageHeading title={paper.title} lead={<span class="t-no-print">{t('lead')}</span>} />
      <div class="t-actions">
        <button type="button" class="btn btn-primary" hidden data-print>
          <Icon name="print" />
          {t('print')}
        </button>
        <ButtonLink href={`${deskPath(at.office, 'agenda.pdf')}?date=${date.toString()}`} kind="secondary" icon="file">
          {t('pdf')}
        </ButtonLink>
        <ButtonLink href={agendaPath(at.office, date, 'hours')} kind="plain">
          {t('back')}
        </ButtonLink>
      </div>
      <p>
        {paper.printed} {paper.summary} <strong>{paper.keep}</strong>
      </p>
      {paper.rows.length > 0 && (
        <Table
          dense
          caption={paper.title}
          columns={[
            { label: time },
            { label: who },
            { label: service },
            { label: party, numeric: true },
            { label: code },
            { label: status },
            { label: come },
          ]}
          rows={paper.rows.map((row) => ({
            key: row.key,
            cells: [
              row.time,
              row.who,
              row.service,
              row.party,
              <span class="t-code" translate={false}>
                {row.code}
              </span>,
              row.status,
              <span class="t-tick" aria-hidden="true" />,
            ],
          }))}
        />
      )}
    </OfficeLayout>
  );
}
