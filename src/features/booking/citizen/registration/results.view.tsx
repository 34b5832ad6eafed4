import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import type { PublicResult } from '../../registration-draw/result.query.ts';
import { type DrawAt, registerPath, resultsPath } from './door.ts';
import { resultsTexts } from './results.text.ts';
import { crumbsOf } from './draw-facts.view.tsx';

/** Who got which seat; nobody can be known by it. */
export function ResultsView(props: {
  context: PageContext;
  at: DrawAt;
  results: readonly PublicResult[];
  progress: { assigned: number; notDrawn: number; refused: number; left: number };
  next: number | undefined;
}) {
  const { context, at, results, progress, next } = props;
  const { language } = context;
  const t = resultsTexts.for(language);
  const { draw } = at;
  const without = progress.notDrawn + progress.refused;
  const crumbs = [
    ...crumbsOf(at, language).slice(0, -1),
    { label: t('back'), href: registerPath(draw) },
    { label: t('title') },
  ];
  return (
    <Layout context={context} title={t('title')} breadcrumb={crumbs}>
      <PageHeading title={t('title')} kicker={localText(draw.officeName, language)} lead={t('lead')} />
      {draw.begunAt === null ? (
        <EmptyState icon="calendar" title={t('notYet')}>
          <a href={registerPath(draw)}>{t('back')}</a>
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{t('counts', { assigned: progress.assigned, without })}</strong>{' '}
            {progress.left > 0 && t('progress', { left: progress.left })}
          </p>
          {results.length === 0 ? (
            <p>{t('nobody')}</p>
          ) : (
            <Table
              caption={t('caption')}
              columns={[
                { label: t('place'), numeric: true },
                { label: t('ticket') },
                { label: t('party'), numeric: true },
                { label: t('seat') },
              ]}
              rows={results.map((result) => ({
                key: String(result.number),
                cells: [
                  String(result.place),
                  <code class="t-code text-break" translate={false}>
                    {result.pseudonym}
                  </code>,
                  String(result.party),
                  outcomeWords(result, language),
                ],
              }))}
            />
          )}
          <Pagination
            language={language}
            next={next === undefined ? undefined : `${resultsPath(draw)}?after=${next}`}
          />
        </>
      )}
      <h2 class="h3">{t('check')}</h2>
      <ul>
        {t('checkSteps')
          .split('|')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ul>
      <p>
        <a href={`/draws/${draw.code}`}>{t('proof')}</a>
      </p>
      <p>
        <a href={`/api/v1/releases/${draw.code}/assignment`}>{t('data')}</a>
      </p>
    </Layout>
  );
}

export function outcomeWords(result: PublicResult, language: Language): string {
  const t = resultsTexts.for(language);
  const { state, startsAt, timeZone, officeName } = result;
  if (state === 'registered') return t('waiting');
  if (!startsAt || !timeZone || !officeName) return t('none');
  return t('seatAt', {
    day: dayMonthYear(dayIn(startsAt, timeZone), language),
    time: clockTime(startsAt, timeZone),
    office: localText(officeName, language),
  });
}
