import { type Language, localeOf } from '#platform/language.ts';
import { type Overview, type OverviewFigure, overviewFigures } from '../figures/overview.query.ts';
import { type Change, changeOf, notableChanges } from './changes.rules.ts';
import { shownTexts } from './shown.text.ts';

/** The five figures that matter first, each with where to read on and how it stood before. */
export function KeyFigures(props: {
  language: Language;
  now: Overview;
  before: Overview;
  hrefOf: (figure: OverviewFigure) => string;
}) {
  const { language, now, before, hrefOf } = props;
  const t = shownTexts.for(language);
  return (
    <ul class="t-keys" aria-label={t('figures')}>
      {overviewFigures.map((figure) => {
        const value = now[figure];
        const change = changeOf(figure, now, before);
        return (
          <li key={figure}>
            <a href={hrefOf(figure)}>{t(figure)}</a>
            <strong>{value === null ? '–' : showFigure(figure, value, language)}</strong>
            <span class="t-keys-note">{value === null ? t('unknown') : t(`${figure}-note`)}</span>
            {change && <ChangeLine change={change} language={language} />}
          </li>
        );
      })}
    </ul>
  );
}

function ChangeLine({ change, language }: { change: Change; language: Language }) {
  const t = shownTexts.for(language);
  const { direction, figure, before } = change;
  const mark = { more: '▲', less: '▼', same: '=' }[direction];
  const words =
    direction === 'same'
      ? t('same')
      : t(direction === 'more' ? 'up' : 'down', { change: difference(change, language) });
  return (
    <span class="t-keys-change">
      <span aria-hidden="true">{mark} </span>
      <span class="visually-hidden">{words}, </span>
      <span aria-hidden="true">{direction === 'same' ? '' : `${difference(change, language)}, `}</span>
      {t('before', { value: showFigure(figure, before, language) })}
    </span>
  );
}

/** What changed, in sentences. */
export function Changes({ language, now, before }: { language: Language; now: Overview; before: Overview }) {
  const t = shownTexts.for(language);
  const changes = notableChanges(now, before);
  return (
    <section class="t-changes">
      <h2 class="h4">{t('changed')}</h2>
      {changes.length === 0 ? (
        <p>{t(before.isEmpty ? 'nothingBefore' : 'nothingChanged')}</p>
      ) : (
        <ul>
          {sentences(changes, language).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function sentences(changes: readonly Change[], language: Language): string[] {
  const t = shownTexts.for(language);
  return changes.map(({ figure, direction, now, before }) => {
    const told = { now: showFigure(figure, now, language), before: showFigure(figure, before, language) };
    return t(`${figure}-${direction === 'less' ? 'less' : 'more'}`, told);
  });
}

export function showFigure(figure: OverviewFigure, value: number, language: Language): string {
  const locale = localeOf(language);
  if (figure === 'appointments') return new Intl.NumberFormat(locale).format(value);
  if (figure === 'firstFree') {
    const days = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
    return shownTexts.for(language)('inDays', { days });
  }
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: value < 0.1 ? 1 : 0 }).format(value);
}

/** By how much: in percent of before, in points of a percentage, in days. */
function difference({ figure, now, before }: Change, language: Language): string {
  const locale = localeOf(language);
  const sign = { signDisplay: 'always', maximumFractionDigits: 1 } as const;
  if (figure === 'appointments') {
    if (before === 0) return new Intl.NumberFormat(locale, sign).format(now);
    return new Intl.NumberFormat(locale, { ...sign, style: 'percent', maximumFractionDigits: 0 }).format(
      now / before - 1,
    );
  }
  const change = new Intl.NumberFormat(locale, sign).format(
    figure === 'firstFree' ? now - before : (now - before) * 100,
  );
  const t = shownTexts.for(language);
  return figure === 'firstFree' ? t('inDays', { days: change }) : t('points', { change });
}
