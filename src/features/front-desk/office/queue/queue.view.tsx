import {
  type QueueCounts,
  type QueuedBooking,
  queueOrders,
  queueStates,
  writeQueuePlace,
} from '#features/booking/index.ts';
import type { Service } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { ActionForm, freshForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { type QueueLook, queuePath } from './queue-path.ts';
import { QueueTable } from './queue-table.view.tsx';
import { queueTexts } from './queue.text.ts';

/** What a button of the queue did. */
export type QueueNotice =
  | { readonly kind: 'taken'; readonly taken: number; readonly lost: number }
  | { readonly kind: 'no-next' | 'choose-first' | 'stale' | 'fine' | 'to-regularise' | 'rejected' };

export interface QueueProps {
  context: PageContext;
  at: AtOffice;
  look: QueueLook;
  counts: QueueCounts;
  rows: readonly QueuedBooking[];
  /** there are others after these */
  more: boolean;
  services: readonly Pick<Service, 'code' | 'name'>[];
  /** how many consents of municipalities are to be followed; undefined where no service needs any */
  clearances: number | undefined;
  /** a search has been made: its text */
  sought: string | undefined;
  now: Temporal.Instant;
  notice?: QueueNotice | undefined;
}

/** What the office has to examine: overdue on top, who has what, and the next one with one click. */
export function QueueView(props: QueueProps) {
  const { context, at, look, counts, rows, sought, notice } = props;
  const { language, csrf } = context;
  const t = queueTexts.for(language);
  const last = rows.at(-1);
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')}>
      <PageHeading
        title={t('title')}
        lead={t('lead', { count: counts.all - counts.waiting })}
        aside={at.may('take-in-charge') && counts['to-examine'] + counts.overdue > 0 && <NextButton {...props} />}
      />
      {props.clearances !== undefined && (
        <p>
          <a href={deskPath(at.office, 'clearances')}>{t('clearances', { count: props.clearances })}</a>
        </p>
      )}
      {notice && <Notice context={context} notice={notice} />}
      {counts.all === 0 && sought === undefined && look.service === undefined ? (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <Filters {...props} />
          <SearchForm
            language={language}
            action={deskPath(at.office, 'queue')}
            label={t('search')}
            value={sought}
            post={{ csrf, id: 'queue-search' }}
          />
          {sought !== undefined && <p role="status">{t('found', { count: rows.length })}</p>}
          {rows.length > 0 ? <QueueTable {...props} /> : sought === undefined && <p>{t('noneHere')}</p>}
          {sought === undefined ? (
            <Pagination
              language={language}
              previous={look.after && queuePath(at.office, { ...look, after: '' })}
              next={
                props.more && last ? queuePath(at.office, { ...look, after: writeQueuePlace(last.place) }) : undefined
              }
            />
          ) : (
            <Actions>
              <ButtonLink href={deskPath(at.office, 'queue')} kind="secondary">
                {t('backToAll')}
              </ButtonLink>
            </Actions>
          )}
        </>
      )}
      {at.may('edit-office') && (
        <p class="mt-4">
          <a href={deskPath(at.office, 'queue/naming')}>{t('naming')}</a>
        </p>
      )}
    </OfficeLayout>
  );
}

function NextButton({ context, at, look }: QueueProps) {
  const t = queueTexts.for(context.language);
  const hidden = { order: look.order, service: look.service ?? '' };
  return (
    <ActionForm
      action={deskPath(at.office, 'queue/next')}
      csrf={context.csrf}
      language={context.language}
      hidden={hidden}
    >
      <Button icon="arrow-right" busy={t('nextBusy')}>
        {t('next')}
      </Button>
    </ActionForm>
  );
}

/** Kinds as links with their numbers; service and order in a form. */
function Filters({ context, at, look, counts, services }: QueueProps) {
  const { language } = context;
  const t = queueTexts.for(language);
  const form = freshForm(language, { service: look.service ?? '', order: look.order });
  return (
    <>
      <nav class="d-flex flex-wrap gap-2 mb-3" aria-label={t('filters')}>
        {queueStates.map((state) => (
          <a
            key={state}
            class={state === look.state ? 'btn btn-primary btn-sm' : 'btn btn-outline-primary btn-sm'}
            aria-current={state === look.state ? 'page' : undefined}
            href={queuePath(at.office, { order: look.order, service: look.service, state })}
          >
            {t(state, { count: counts[state] })}
          </a>
        ))}
      </nav>
      <form class="d-flex flex-wrap gap-3 align-items-end mb-3" method="get" action={deskPath(at.office, 'queue')}>
        {look.state !== 'all' && <input type="hidden" name="state" value={look.state} />}
        {services.length > 1 && (
          <SelectField
            form={form}
            name="service"
            label={t('service')}
            first={t('allServices')}
            options={services.map(({ code, name }) => ({ value: code, label: localText(name, language) }))}
          />
        )}
        <SelectField
          form={form}
          name="order"
          label={t('order')}
          first={null}
          options={queueOrders.map((order) => ({ value: order, label: t(order) }))}
        />
        <div class="t-field">
          <Button kind="secondary">{t('show')}</Button>
        </div>
      </form>
    </>
  );
}

function Notice({ context: { language }, notice }: { context: PageContext; notice: QueueNotice }) {
  const t = queueTexts.for(language);
  switch (notice.kind) {
    case 'taken': {
      const { taken, lost } = notice;
      if (taken === 0) return <Alert language={language} tone="warning" live title={t('noneTaken')} />;
      return (
        <Alert language={language} tone="success" live title={t('taken', { count: taken })}>
          <p>
            {t('takenWhat')} {lost > 0 && t('lost', { count: lost })}
          </p>
        </Alert>
      );
    }
    case 'no-next':
      return <Alert language={language} tone="info" live title={t('noNext')} />;
    case 'choose-first':
      return <Alert language={language} tone="warning" live title={t('chooseFirst')} />;
    case 'stale':
      return <Alert language={language} tone="warning" live title={t('stale')} />;
    case 'fine':
      return <Alert language={language} tone="success" live title={t('doneFine')} />;
    case 'to-regularise':
      return <Alert language={language} tone="success" live title={t('doneRegularise')} />;
    case 'rejected':
      return <Alert language={language} tone="success" live title={t('doneRejected')} />;
  }
}
