import { type ListedEntry, type OfficeList, wishWords } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmailAddress } from '#ui/email-address.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { deskWaitingTexts } from './waiting-list.text.ts';

export interface ListsProps {
  readonly context: PageContext;
  readonly at: AtOffice;
}

export const done = { offer: 'doneOffer', remove: 'doneRemove', save: 'doneSave' } as const;

/** The waiting lists of an office, one line each. */
export function ListsView({ context, at, lists }: ListsProps & { lists: readonly OfficeList[] }) {
  const { language } = context;
  const t = deskWaitingTexts.for(language);
  const zone = at.office.timeZone;
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')}>
      <PageHeading title={t('title')} lead={t('lead')} />
      {lists.length === 0 ? (
        <EmptyState icon="clock" title={t('none')}>
          <p>{t('noneText')}</p>
          <ButtonLink href={deskPath(at.office, 'services')}>{t('services')}</ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          columns={[
            { label: t('service') },
            { label: t('state') },
            { label: t('waiting'), numeric: true },
            { label: t('asleep'), numeric: true },
            { label: t('oldest') },
            { label: t('offers'), numeric: true },
            { label: t('outcome') },
          ]}
          rows={lists.map((list) => ({
            key: list.serviceCode,
            cells: [
              <a href={deskPath(at.office, `waiting-list/${list.serviceCode}`)}>
                {localText(list.serviceName, language)}
              </a>,
              <StateOf list={list} language={language} />,
              String(list.waiting),
              String(list.asleep),
              list.oldest ? dayMonthYear(dayIn(list.oldest, zone), language) : '–',
              String(list.offered),
              t('outcomeWords', { accepted: list.accepted, declined: list.declined, lapsed: list.lapsed }),
            ],
          }))}
        />
      )}
    </OfficeLayout>
  );
}

/** One list: who stands in it, in order, and what can be done. */
export function ListView(
  props: ListsProps & {
    list: OfficeList;
    entries: readonly ListedEntry[];
    first: number;
    previous: string | undefined;
    next: string | undefined;
    news: keyof typeof done | undefined;
  },
) {
  const { context, at, list, entries, first, previous, next, news } = props;
  const { language } = context;
  const t = deskWaitingTexts.for(language);
  const path = deskPath(at.office, `waiting-list/${list.serviceCode}`);
  const mayChange = at.may('take-in-charge');
  const name = localText(list.serviceName, language);
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={`${t('title')}: ${name}`}
      breadcrumb={[{ label: t('title'), href: deskPath(at.office, 'waiting-list') }, { label: name }]}
    >
      <PageHeading
        title={name}
        lead={t('outcomeLead', { accepted: list.accepted, declined: list.declined, lapsed: list.lapsed })}
        aside={<StateOf list={list} language={language} />}
      />
      {news && <Alert language={language} tone="success" live title={t(done[news])} />}
      {mayChange && (
        <Toolbar label={name}>
          {entries.length > 0 && (
            <ButtonLink href={`${path}/offer`} icon="calendar">
              {t('offer')}
            </ButtonLink>
          )}
          <ButtonLink href={`${path}/settings`} kind="secondary">
            {t('settings')}
          </ButtonLink>
        </Toolbar>
      )}
      {entries.length === 0 ? (
        <EmptyState icon="check-circle" title={t('empty')} />
      ) : (
        <Table
          caption={name}
          columns={[
            { label: t('place'), numeric: true },
            { label: t('name') },
            { label: t('since') },
            { label: t('wishes') },
            { label: t('state') },
            { label: t('actions'), quiet: true },
          ]}
          rows={entries.map((entry, index) => ({
            key: entry.id,
            cells: [
              String(first + index),
              <NameCell entry={entry} language={language} />,
              dayMonthYear(dayIn(entry.requestedAt, at.office.timeZone), language),
              wishWords(entry.wishes, language),
              stateWords(entry, at.office.timeZone, language),
              mayChange ? <EntryActions entry={entry} path={path} language={language} /> : '',
            ],
          }))}
        />
      )}
      <Pagination language={language} previous={previous} next={next} />
    </OfficeLayout>
  );
}

function NameCell({ entry, language }: { entry: ListedEntry; language: Language }) {
  const t = deskWaitingTexts.for(language);
  return (
    <>
      <span translate={false}>{entry.name}</span>
      <br />
      <span class="t-muted">
        <EmailAddress email={entry.email} />
        {entry.phone && ` · ${entry.phone}`}
      </span>
      {entry.isFromElsewhere && <span class="t-muted"> · {t('elsewhere')}</span>}
    </>
  );
}

function EntryActions({ entry, path, language }: { entry: ListedEntry; path: string; language: Language }) {
  const t = deskWaitingTexts.for(language);
  const { id, name } = entry;
  return (
    <div class="d-flex flex-wrap align-items-center gap-2">
      {entry.state === 'waiting' && entry.offer === null && (
        <ButtonLink href={`${path}/offer?entry=${id}`} kind="secondary" small label={t('offerTo', { name })}>
          {t('offer')}
        </ButtonLink>
      )}
      {!entry.isFromElsewhere && (
        <ButtonLink href={`${path}/entries/${id}/remove`} kind="plain" small label={t('removeOf', { name })}>
          {t('remove')}
        </ButtonLink>
      )}
    </div>
  );
}

function stateWords(entry: ListedEntry, zone: string, language: Language): string {
  const t = deskWaitingTexts.for(language);
  const { offer, lapses, state } = entry;
  if (offer)
    return t('offeredWords', {
      seat: seatWhen(offer.startsAt, zone, language),
      until: seatWhen(offer.expiresAt, zone, language),
    });
  return [t('stateWords', { state }), t('lapses', { count: lapses })].filter(Boolean).join('. ');
}

export function seatWhen(instant: Temporal.Instant, zone: string, language: Language): string {
  return `${dayMonthYear(dayIn(instant, zone), language)}, ${clockTime(instant, zone)}`;
}

function StateOf({ list, language }: { list: OfficeList; language: Language }) {
  const t = deskWaitingTexts.for(language);
  if (!list.isOn) return <Badge tone="neutral">{t('off')}</Badge>;
  return <Badge tone={list.isOpen ? 'success' : 'warning'}>{t(list.isOpen ? 'open' : 'closed')}</Badge>;
}
