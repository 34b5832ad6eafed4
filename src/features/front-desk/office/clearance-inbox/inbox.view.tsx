import { askedPath, type InboxSection, inboxSections, type RequestFacts } from '#features/booking/index.ts';
import { dayIn, dayMonthYear, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import type { AtOffice } from '../../at-office.ts';
import { inboxTexts } from './inbox.text.ts';

interface InboxProps {
  context: PageContext;
  at: AtOffice;
  lists: ReadonlyMap<string, readonly RequestFacts[]>;
  only: InboxSection | undefined;
  number: number;
  most: number;
  today: Temporal.PlainDate;
}

/** What other offices ask of this municipality: what has to be answered first. */
export function InboxView(props: InboxProps) {
  const { context, at, lists, only, number, most } = props;
  const { language } = context;
  const t = inboxTexts.for(language);
  const path = askedPath(at.office);
  const isEmpty = [...lists.values()].every((list) => list.length === 0);
  const page = (to: number) => `${path}?section=${only ?? ''}&page=${to}`;
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')} breadcrumb={[{ label: t('title') }]}>
      <PageHeading title={t('title')} lead={t('lead')} />
      {isEmpty && (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {inboxSections.map((section) => (
        <Section key={section} {...props} section={section} rows={lists.get(section) ?? []} />
      ))}
      {only && (
        <>
          <Pagination
            language={language}
            previous={number > 1 ? page(number - 1) : undefined}
            next={(lists.get(only)?.length ?? 0) > most ? page(number + 1) : undefined}
          />
          <Actions>
            <ButtonLink href={path} kind="secondary">
              {t('backToAll')}
            </ButtonLink>
          </Actions>
        </>
      )}
    </OfficeLayout>
  );
}

function Section(props: InboxProps & { section: InboxSection; rows: readonly RequestFacts[] }) {
  const { context, at, section, rows, only, most, today } = props;
  const { language } = context;
  const t = inboxTexts.for(language);
  if (rows.length === 0) return null;
  const isOpen = section !== 'settled';
  return (
    <section class="mb-5" aria-labelledby={section}>
      <h2 id={section}>{t(section)}</h2>
      <Table
        dense
        caption={t(section)}
        columns={[
          { label: t('who') },
          { label: t('from') },
          { label: t('day') },
          { label: isOpen ? t('dueOn') : t('outcome') },
          { label: t('actions'), quiet: true },
        ]}
        rows={rows.slice(0, most).map((facts) => ({
          key: facts.id,
          cells: [
            <People facts={facts} language={language} />,
            <span>
              {localText(facts.officeName, language)}
              <br />
              <span class="t-muted">{localText(facts.serviceName, language)}</span>
            </span>,
            shortDate(dayIn(facts.startsAt, facts.zone), language),
            isOpen ? <Due facts={facts} today={today} language={language} /> : outcomeOf(facts, language),
            <ButtonLink
              href={askedPath(at.office, facts.id)}
              kind="secondary"
              small
              label={t(section === 'to-answer' ? 'answerOf' : 'openOf', { name: firstName(facts) })}
            >
              {t(section === 'to-answer' ? 'answer' : 'open')}
            </ButtonLink>,
          ],
        }))}
      />
      {!only && rows.length > most && (
        <p>
          <a href={`${askedPath(at.office)}?section=${section}`}>{t('all')}</a>
        </p>
      )}
    </section>
  );
}

function People({ facts, language }: { facts: RequestFacts; language: Language }) {
  const others = facts.people.length - 1;
  const [first] = facts.people;
  return (
    <>
      <span translate={false}>{firstName(facts)}</span>
      {first?.codiceFiscale && (
        <>
          <br />
          <span class="t-muted" translate={false}>
            {first.codiceFiscale}
          </span>
        </>
      )}
      {others > 0 && <> {inboxTexts.for(language)('more', { count: others })}</>}
    </>
  );
}

function Due({ facts, today, language }: { facts: RequestFacts; today: Temporal.PlainDate; language: Language }) {
  const t = inboxTexts.for(language);
  if (facts.dueOn === null) return <>—</>;
  const order = Temporal.PlainDate.compare(facts.dueOn, today);
  return (
    <>
      {dayMonthYear(facts.dueOn, language)} {order < 0 && <Badge tone="danger">{t('late')}</Badge>}
      {order === 0 && <Badge tone="warning">{t('today')}</Badge>}
    </>
  );
}

function outcomeOf({ state, cancelledBy }: RequestFacts, language: Language): string {
  const t = inboxTexts.for(language);
  if (state === 'granted' || state === 'refused' || state === 'told') return t(state);
  return t(cancelledBy === 'clearance-late' ? 'lapsed' : 'over');
}

function firstName({ people, code }: RequestFacts): string {
  const [first] = people;
  return first ? `${first.givenName} ${first.familyName}` : code;
}
