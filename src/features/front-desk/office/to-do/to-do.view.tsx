import type {
  ListedBooking,
  ListedOffer,
  ListedRequest,
  ToDoCounts,
  UndeliveredConfirmation,
} from '#features/booking/index.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import type { CertifiedToDo } from '../../certified-to-do.query.ts';
import { CertifiedPart } from './certified.view.tsx';
import { awaitingRow, offeredRow, requestRow, settleRow, type ToDoRow, undeliveredRow } from './to-do-rows.view.tsx';
import { toDoTexts } from './to-do.text.ts';
import type { Section } from './to-do-sections.ts';

export interface ToDoLists {
  readonly requests: readonly ListedRequest[];
  readonly toSettle: readonly ListedOffer[];
  readonly undelivered: readonly UndeliveredConfirmation[];
  readonly awaiting: readonly ListedBooking[];
  readonly offered: readonly ListedOffer[];
}

interface ToDoProps {
  context: PageContext;
  at: AtOffice;
  counts: ToDoCounts;
  lists: ToDoLists;
  certified: readonly CertifiedToDo[];
  /** one kind, shown whole */
  only: Section | undefined;
  number: number;
  /** there is another page of it */
  more: boolean;
}

/** What waits for the office, kind by kind; nothing is shown of a kind that has nothing. */
export function ToDoView(props: ToDoProps) {
  const { context, at, counts, lists, certified, only, number, more } = props;
  const { language } = context;
  const t = toDoTexts.for(language);
  const waiting = counts.requests + counts.toSettle + counts.undelivered + counts.awaiting + certified.length;
  const here = (page: number) => `${deskPath(at.office, 'to-do')}?section=${only}&page=${page}`;
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')}>
      <PageHeading title={t('title')} lead={t('lead', { count: waiting })} />
      <Elsewhere {...props} />
      {waiting + counts.offered === 0 && (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneText')}</p>
          <ButtonLink href={deskPath(at.office, 'agenda')}>{t('agenda')}</ButtonLink>
        </EmptyState>
      )}
      <CertifiedPart context={context} at={at} rows={certified} />
      <Part {...props} section="requests" labels={['who', 'when', 'asks', 'actions']}>
        {lists.requests.map((row) => requestRow(props, row))}
      </Part>
      <Part
        {...props}
        section="toSettle"
        about={t('toSettleAbout')}
        labels={['who', 'when', 'outcome', 'phone', 'actions']}
      >
        {lists.toSettle.map((row) => settleRow(props, row))}
      </Part>
      <Part
        {...props}
        section="undelivered"
        about={t('undeliveredAbout')}
        labels={['who', 'when', 'why', 'phone', 'actions']}
      >
        {lists.undelivered.map((row) => undeliveredRow(props, row))}
      </Part>
      <Part {...props} section="awaiting" labels={['who', 'when', 'actions']}>
        {lists.awaiting.map((row) => awaitingRow(props, row))}
      </Part>
      <Part {...props} section="offered" labels={['who', 'when', 'offer', 'until']}>
        {lists.offered.map((row) => offeredRow(props, row))}
      </Part>
      {only && (
        <>
          <Pagination
            language={language}
            previous={number > 1 ? here(number - 1) : undefined}
            next={more ? here(number + 1) : undefined}
          />
          <Actions>
            <ButtonLink href={deskPath(at.office, 'to-do')} kind="secondary">
              {t('back')}
            </ButtonLink>
          </Actions>
        </>
      )}
    </OfficeLayout>
  );
}

/** What waits under the other entries of the menu: nobody shall read "nothing" beside a number. */
function Elsewhere({ context, at }: ToDoProps) {
  const t = toDoTexts.for(context.language);
  const { toExamine = 0, photos = 0, help = 0, cases = 0 } = context;
  const kinds = [
    { count: toExamine, page: 'queue', words: t('toExamine', { count: toExamine }) },
    { count: photos, page: 'photos', words: t('photos', { count: photos }) },
    { count: help, page: 'help', words: t('help', { count: help }) },
    { count: cases, page: 'accounts', words: t('cases', { count: cases }) },
  ].filter(({ count }) => count > 0);
  if (kinds.length === 0) return null;
  return (
    <p class="d-flex flex-wrap gap-3">
      <span>{t('elsewhere')}</span>
      {kinds.map(({ page, words }) => (
        <a key={page} href={deskPath(at.office, page)}>
          {words}
        </a>
      ))}
    </p>
  );
}

type Label = 'who' | 'when' | 'asks' | 'actions' | 'outcome' | 'phone' | 'why' | 'offer' | 'until';

function Part(
  props: ToDoProps & { section: Section; about?: string; labels: readonly Label[]; children: readonly ToDoRow[] },
) {
  const { context, at, counts, only, section, about, labels, children: rows } = props;
  const t = toDoTexts.for(context.language);
  if (rows.length === 0) return null;
  return (
    <section class="mb-5" aria-labelledby={section}>
      <h2 id={section}>
        {t(section)} <span class="t-muted">({counts[section]})</span>
      </h2>
      {about && <p class="t-muted">{about}</p>}
      <Table caption={t(section)} columns={labels.map((label) => ({ label: t(label) }))} rows={rows} />
      {!only && counts[section] > rows.length && (
        <p>
          <a href={`${deskPath(at.office, 'to-do')}?section=${section}`}>{t('all', { count: counts[section] })}</a>
        </p>
      )}
    </section>
  );
}
