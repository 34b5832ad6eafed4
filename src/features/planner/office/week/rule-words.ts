import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import type { OpeningRule } from '../../rules.ts';
import { plannerTexts } from '../planner.text.ts';

/** `lun, mar, gio` */
export function ruleDays(rule: OpeningRule, language: Language): string {
  const names = weekdays(language);
  return [...rule.weekdays]
    .sort((a, b) => a - b)
    .map((day) => names[day - 1]?.short ?? '')
    .join(', ');
}

/** `09:00–13:00, pausa 11:00–11:15` */
export function ruleHours(rule: OpeningRule, language: Language): string {
  const t = plannerTexts.for(language);
  const breaks = rule.breaks.map(({ starts, ends }) => t('breaks', { starts, ends }));
  return [`${rule.starts}–${rule.ends}`, ...breaks].join(', ');
}

/** `dal 1º gennaio 2027 al 31 marzo 2027` */
export function ruleValidity(rule: OpeningRule, language: Language): string {
  const t = plannerTexts.for(language);
  const first = Temporal.PlainDate.from(rule.validFrom);
  const from = withArticle('dal', first, language);
  if (rule.validTo === null) return t('from', { day: from });
  if (rule.validTo === rule.validFrom) return t('onlyOn', { day: withArticle('il', first, language) });
  return t('fromTo', { from, to: withArticle('al', Temporal.PlainDate.from(rule.validTo), language) });
}
