import type { MassAction, MassResult } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Figures } from '#ui/figures.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { massPaths } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { massResultTexts } from './result.text.ts';

interface ResultProps {
  context: PageContext;
  at: AtOffice;
  action: MassAction;
  results: readonly MassResult[];
  only: 'all' | 'skipped';
  number: number;
  more: boolean;
}

/** How far a mass action has come, and what has become of each booking. */
export function MassResultView(props: ResultProps) {
  const { context, at, action, only, number, more } = props;
  const { language } = context;
  const t = massTexts.for(language);
  const r = massResultTexts.for(language);
  const { timeZone } = at.office;
  const here = massPaths.result(at.office, action.id);
  const left = action.total - action.done - action.skipped;
  const href = (page: number) => `${here}?${only === 'skipped' ? 'only=skipped&' : ''}page=${page}#results`;
  const asked = {
    date: dayMonthYear(dayIn(action.createdAt, timeZone), language),
    time: clockTime(action.createdAt, timeZone),
    who: action.askedBy ?? '',
  };
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t(`kind-${action.kind}`)}
      breadcrumb={[{ label: t('listTitle'), href: massPaths.list(at.office) }, { label: t(`kind-${action.kind}`) }]}
    >
      <PageHeading title={t(`kind-${action.kind}`)} lead={r('askedBy', asked)} />
      {left > 0 ? (
        <Alert
          language={language}
          tone="info"
          live
          title={r('running', { done: action.total - left, total: action.total })}
        >
          {action.kind === 'message' && <p>{r('pace')}</p>}
          <progress max={action.total} value={action.total - left} aria-label={r('progress')} />
          <Actions>
            <ButtonLink href={here} kind="secondary" small icon="refresh">
              {r('refresh')}
            </ButtonLink>
          </Actions>
        </Alert>
      ) : (
        <Alert language={language} tone="success" title={r('finished', { total: action.total })} />
      )}
      <Figures figures={figuresOf(props)} />
      <Words {...props} />
      <h2 id="results">{only === 'skipped' ? r('resultsSkipped') : r('results')}</h2>
      <p>
        {only === 'skipped' ? (
          <a href={`${here}#results`}>{r('showAll')}</a>
        ) : (
          <a href={`${here}?only=skipped#results`}>{r(action.kind === 'move' ? 'showOpen' : 'showSkipped')}</a>
        )}
      </p>
      <Results {...props} />
      <Pagination
        language={language}
        previous={number > 1 ? href(number - 1) : undefined}
        next={more ? href(number + 1) : undefined}
      />
    </OfficeLayout>
  );
}

function figuresOf({ context, action }: ResultProps) {
  const t = massTexts.for(context.language);
  const r = massResultTexts.for(context.language);
  const { total, done, skipped } = action;
  if (action.kind !== 'move') {
    return [
      { label: t('appointments'), value: total },
      { label: r(action.kind === 'cancel' ? 'cancelled' : 'written'), value: done },
      { label: r('skipped'), value: skipped },
    ];
  }
  return [
    { label: t('appointments'), value: total },
    { label: r('offer-offered'), value: action.offered },
    { label: r('offer-accepted'), value: action.accepted },
    { label: r('offer-declined'), value: action.declined },
    { label: r('offer-expired'), value: action.expired },
    { label: r('offer-no-seat'), value: action.noSeat },
  ];
}

function Words({ context, action }: ResultProps) {
  const { words, kind } = action;
  const r = massResultTexts.for(context.language);
  if (!words) return null;
  return (
    <details class="mb-4">
      <summary>{r('whatWasSaid')}</summary>
      {(['it', 'en'] as const).map((one) => (
        <div key={one} lang={one} class="mt-3">
          {kind === 'message' && <strong>{words.subject[one]}</strong>}
          {words.text[one].split('\n').map((line, index) => (
            <p key={index} class="mb-1">
              {line}
            </p>
          ))}
        </div>
      ))}
    </details>
  );
}

function Results({ context, at, action, results }: ResultProps) {
  const { language } = context;
  const t = massTexts.for(language);
  const r = massResultTexts.for(language);
  const { timeZone } = at.office;
  if (results.length === 0) return <p>{r('resultsNone')}</p>;
  const when = (instant: Temporal.Instant): string =>
    `${shortDate(dayIn(instant, timeZone), language)}, ${clockTime(instant, timeZone)}`;
  return (
    <Table
      dense
      caption={r('results')}
      columns={[
        { label: t('booking') },
        { label: t('when') },
        { label: t('service') },
        { label: r('outcome') },
        ...(action.kind === 'move' ? [{ label: r('newSeat') }] : []),
        { label: t('phone') },
      ]}
      rows={results.map((row) => ({
        key: row.code,
        cells: [
          <a href={bookingPath(at.office, row.code)}>
            <span translate={false}>{row.familyName}</span>{' '}
            <span class="t-code" translate={false}>
              {row.code}
            </span>
          </a>,
          when(row.oldStartsAt ?? row.startsAt),
          localText(row.service, language),
          outcome(row),
          ...(action.kind === 'move' ? [row.newStartsAt ? when(row.newStartsAt) : '–'] : []),
          row.phone ?? '–',
        ],
      }))}
    />
  );

  function outcome(row: MassResult): string {
    if (row.offer) return r(`offer-${row.offer}`);
    if (row.state === 'waiting') return r('waiting');
    if (row.state === 'skipped') return row.why ? r(`why-${row.why}`) : r('skipped');
    const done = r(action.kind === 'cancel' ? 'cancelled' : 'written');
    return row.why ? `${done}. ${r(`why-${row.why}`)}` : done;
  }
}

/** Nothing there: not begun yet, or an address that never was. */
export function MassNotYetView({ context, at }: { context: PageContext; at: AtOffice }) {
  const { language, url } = context;
  const t = massTexts.for(language);
  const r = massResultTexts.for(language);
  return (
    <OfficeLayout width="text" context={context} at={at} title={r('notYet')}>
      <PageHeading title={r('notYet')} lead={r('notYetWhy')} />
      <Actions>
        <ButtonLink href={url} icon="refresh">
          {r('refresh')}
        </ButtonLink>
        <ButtonLink href={massPaths.list(at.office)} kind="secondary">
          {t('listTitle')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}
