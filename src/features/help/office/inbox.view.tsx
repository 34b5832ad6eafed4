import { Fragment } from 'preact';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type InboxPart, inboxParts, type ListedHelp } from '../inbox.query.ts';
import { StateBadge } from '../state-badge.view.tsx';
import { moment } from '../thread.view.tsx';
import type { Inbox } from './inbox-of.ts';
import { InboxPage } from './inbox-page.view.tsx';
import { inboxTexts } from './inbox.text.ts';

interface InboxProps {
  readonly context: PageContext;
  readonly inbox: Inbox;
  readonly waiting: number;
  readonly show: InboxPart;
  readonly number: number;
  readonly requests: readonly ListedHelp[];
  readonly more: boolean;
  readonly done: 'answered' | 'changed' | 'passed' | undefined;
}

/** What waits for an answer, the one that has waited longest on top. */
export function InboxView(props: InboxProps) {
  const { context, inbox, waiting, show, number, requests, more, done } = props;
  const { language } = context;
  const t = inboxTexts.for(language);
  const here = (page: number) => `${inbox.path}?show=${show}&page=${page}`;
  return (
    <InboxPage context={context} inbox={inbox} title={t('title')} width="full">
      <PageHeading title={t('title')} lead={t('lead', { count: waiting })} />
      {done === 'passed' && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('donePassed')}</p>
        </Alert>
      )}
      <nav aria-label={t('show')} class="mb-3">
        {inboxParts
          .filter((part) => part !== 'offices' || inbox.office === null)
          .map((part, index) => (
            <Fragment key={part}>
              {index > 0 && ' · '}
              {part === show ? <strong>{t(part)}</strong> : <a href={`${inbox.path}?show=${part}`}>{t(part)}</a>}
            </Fragment>
          ))}
      </nav>
      {requests.length === 0 ? (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <Table
          dense
          caption={t('title')}
          columns={[t('number'), t('about'), t('since'), t('who'), t('state')].map((label) => ({ label }))}
          rows={requests.map((request) => ({
            key: String(request.id),
            cells: [
              <a key="number" href={`${inbox.path}/${request.id}`}>
                n. {request.id}
              </a>,
              <Opening key="opening" request={request} language={language} />,
              moment(request.changedAt, inbox.zone, language),
              request.takenByName ?? t('nobody'),
              <StateBadge key="state" language={language} state={request.state} />,
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={number > 1 ? here(number - 1) : undefined}
        next={more ? here(number + 1) : undefined}
      />
    </InboxPage>
  );
}

/** How it begins; of whoever works at an office, with the office. */
function Opening({ request, language }: { request: ListedHelp; language: Language }) {
  if (request.fromOffice === null) return <>{request.opening}</>;
  return (
    <span>
      <strong>{localText(request.fromOffice, language)}</strong>: {request.opening}
    </span>
  );
}
