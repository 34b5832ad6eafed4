import { windowDays } from '#features/planner/index.ts';
import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { ruleTexts } from './rules.text.ts';

/** What an office's planners give a service: how far they reach, and the notice they ask for. */
export interface PlannersGive {
  /** null where no published planner serves it */
  readonly horizonDays: number | null;
  readonly noticeMinutes: number | null;
  /** the last day they have opened */
  readonly lastDay: Temporal.PlainDate | null;
}

/** A horizon with the days it would be today: "Oggi si prenoterebbe dall’8 dicembre 2026 al 9 marzo 2027." */
export function horizonExample(
  horizon: { from: number; days: number | null },
  at: { zone: string; now: Temporal.Instant; language: Language; planners: PlannersGive },
): string {
  const { zone, now, language, planners } = at;
  const t = ruleTexts.for(language);
  const window = { zone, horizonFromDays: horizon.from, horizonDays: horizon.days, noticeMinutes: null };
  const { first, last } = windowDays(window, now);
  const from = withArticle('dal', first, language);
  const end = last ?? planners.lastDay;
  return end === null
    ? t('horizonFromOnly', { from })
    : t('horizonExample', { from, to: withArticle('al', end, language) });
}

/** Said where an offering asks for more days than any of its planners opens; undefined where all is well. */
export function beyondPlanners(
  { from, days }: { from: number; days: number | null },
  planners: PlannersGive,
  language: Language,
): string | undefined {
  const { horizonDays } = planners;
  if (horizonDays === null || from + (days ?? 0) <= horizonDays) return undefined;
  return ruleTexts.for(language)('beyondPlanner', { days: horizonDays });
}
