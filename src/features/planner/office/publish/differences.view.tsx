import type { Language } from '#platform/language.ts';
import { countDifferences, type RuleDifferences } from '../../editing/rule-differences.rules.ts';
import type { OpeningRule } from '../../rules.ts';
import { ruleDays, ruleHours, ruleValidity } from '../week/rule-words.ts';
import { stepsTexts } from './steps.text.ts';

/** What changed between two sets of rules, a line each; `most` lines, and how many more. */
export function Differences(props: { language: Language; differences: RuleDifferences; most: number }) {
  const { language, differences, most } = props;
  const t = stepsTexts.for(language);
  const lines = differenceWords(differences, language);
  const left = countDifferences(differences) - most;
  return (
    <ul class="t-differences">
      {lines.slice(0, most).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {left > 0 && <li class="t-muted">{t('more', { count: left })}</li>}
    </ul>
  );
}

function differenceWords({ added, removed, changed }: RuleDifferences, language: Language): string[] {
  const t = stepsTexts.for(language);
  return [
    ...added.map((rule) => t('added', { rule: ruleWords(rule, language) })),
    ...removed.map((rule) => t('removed', { rule: ruleWords(rule, language) })),
    ...changed.map(({ before, after }) => {
      const [was, is] = [ruleWords(before, language), ruleWords(after, language)];
      if (was !== is) return t('changed', { before: was, after: is });
      const validity = (rule: OpeningRule) => t('validity', { day: ruleValidity(rule, language) });
      return t('changed', { before: `${was}, ${validity(before)}`, after: validity(after) });
    }),
  ];
}

/** `lun, mar 09:00–12:00, 2 sportelli, 20 min` */
export function ruleWords(rule: OpeningRule, language: Language): string {
  const { minutes, desks } = rule;
  return stepsTexts.for(language)('rule', {
    days: ruleDays(rule, language),
    hours: ruleHours(rule, language),
    minutes,
    desks,
  });
}
