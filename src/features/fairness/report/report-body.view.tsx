import { dayIn, longDate } from '#platform/dates.ts';
import { type Language, localeOf } from '#platform/language.ts';
import type { Part } from '../tables.ts';
import { fairnessTexts } from './fairness.text.ts';
import { FigureBlock } from './figure-block.view.tsx';
import type { FairnessReport } from './report.query.ts';
import { secondsToLast, verdictOf } from './verdict.rules.ts';
import { countWords, lengthWords, percentWords } from './words.ts';

const parts: readonly Part[] = ['outcome', 'quarter', 'hour', 'channel', 'language', 'device', 'party'];

/** A report of fairness: five figures, the answer to what everybody asks, and who the people were. */
export function ReportBody({ report, zone, language }: { report: FairnessReport; zone: string; language: Language }) {
  const t = fairnessTexts.for(language);
  return (
    <>
      <Keys report={report} language={language} />
      {report.source === 'tickets' && <Answer report={report} language={language} />}
      <div class="t-charts">
        {parts.map((part) => (
          <FigureBlock key={part} report={report} part={part} language={language} />
        ))}
      </div>
      <h3 class="h4">{t('how')}</h3>
      <p>{t(report.source)}</p>
      <p>{t('suppressed')}</p>
      <p class="t-muted">{t('made', { day: longDate(dayIn(report.madeAt, zone), language) })}</p>
    </>
  );
}

function Answer({ report, language }: { report: FairnessReport; language: Language }) {
  const t = fairnessTexts.for(language);
  const verdict = verdictOf(report);
  const chances =
    verdict.kind === 'unknown'
      ? { first: '', last: '' }
      : { first: percentWords(verdict.first, language), last: percentWords(verdict.last, language) };
  const format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 });
  return (
    <>
      <h3 class="h4">{t('verdict')}</h3>
      <p class="lead">{t(`verdict-${verdict.kind}`, chances)}</p>
      {report.correlation !== null && <p>{t('correlation', { value: format.format(report.correlation) })}</p>}
    </>
  );
}

function Keys({ report, language }: { report: FairnessReport; language: Language }) {
  const t = fairnessTexts.for(language);
  const { seats, people, winners, answered, medianSeconds, mostSeconds, source } = report;
  const seconds = secondsToLast(report);
  const isTickets = source === 'tickets';
  const keys = [
    {
      key: 'seats',
      value: seats === null ? null : countWords(seats, language),
      note: t(seats === null ? 'seats-unknown' : 'seats-note'),
    },
    {
      key: 'people',
      value: people === null ? null : countWords(people, language),
      note: people === null ? t('keptBack') : t(`people-${source}`),
    },
    {
      key: 'chance',
      value: people && winners !== null && isTickets ? percentWords(winners / people, language) : null,
      note: !isTickets ? t('chance-holds') : winners === null ? t('keptBack') : t('chance-note', { winners }),
    },
    {
      key: 'last',
      value: seconds === null ? null : lengthWords(seconds, language),
      note: t(seconds === null ? 'last-left' : 'last-note'),
    },
    {
      key: 'answer',
      value: medianSeconds === null ? null : lengthWords(medianSeconds, language),
      note: isTickets
        ? answered === null || mostSeconds === null
          ? t('keptBack')
          : t('answer-note', { answered, most: lengthWords(mostSeconds, language) })
        : t('answer-unknown'),
    },
  ] as const;
  return (
    <ul class="t-keys" aria-label={t('keys')}>
      {keys.map(({ key, value, note }) => (
        <li key={key}>
          <span>{t(key)}</span>
          <strong>{value ?? '–'}</strong>
          <span class="t-keys-note">{note}</span>
        </li>
      ))}
    </ul>
  );
}
