import type { Language } from '#platform/language.ts';
import { weekdays } from '#ui/calendar/weekdays.ts';
import type { ReturnedSeats } from '../../editing/settings.rules.ts';
import type { DayOfMonth } from '../../releases/release-rule.rules.ts';
import { type Horizon, ruleOf } from '../../slots/horizon.rules.ts';
import { ruleWordsTexts } from './rule-words.text.ts';

/** When a planner's days open, in a sentence or two. */
export function releaseRuleWords(horizon: Omit<Horizon, 'zone'>, city: string, language: Language): string {
  const t = ruleWordsTexts.for(language);
  const rule = ruleOf({ ...horizon, zone: 'UTC' });
  const { horizonDays } = horizon;
  if (rule.kind === 'by-hand') return t('byHand');
  const clock = rule.clock === 'rome' ? t('rome') : t('office', { city });
  const common = { clock, horizon: horizonDays };
  const spread =
    'spreadMinutes' in rule && rule.spreadMinutes > 0 ? ` ${t('spread', { minutes: rule.spreadMinutes })}` : '';
  switch (rule.kind) {
    case 'rolling': {
      const time = rule.time.slice(0, 5);
      if (rule.weekdays.length === 7) return t('rollingEvery', { ...common, time }) + spread;
      return t('rolling', { ...common, time, days: daysWords(rule.weekdays, language) }) + spread;
    }
    case 'weekly': {
      const names = weekdays(language);
      const moments = rule.moments
        .toSorted((a, b) => a.weekday - b.weekday)
        .map(({ weekday, time }) => t('moment', { day: names[weekday - 1]?.long ?? '', time }));
      return t('weekly', { ...common, moments: t('everyOf', { days: listWords(moments, language) }) }) + spread;
    }
    case 'monthly': {
      const on = onWords(rule.on, language);
      if (rule.months === null) return t('monthly', { ...common, on, time: rule.time }) + spread;
      return t('monthlyMonths', { on, time: rule.time, clock, months: rule.months }) + spread;
    }
    case 'drip': {
      const { from, until, everyMinutes: minutes, seats } = rule;
      return t('drip', { ...common, from, until, minutes, seats, days: daysWords(rule.weekdays, language) });
    }
  }
}

/** What happens to a seat that comes back. */
export function returnedWords({ seats, minMinutes, maxMinutes }: ReturnedSeats, language: Language): string {
  const t = ruleWordsTexts.for(language);
  return seats === 'at-once' ? t('atOnce') : t('random', { min: minMinutes, max: maxMinutes });
}

function daysWords(days: readonly number[], language: Language): string {
  const t = ruleWordsTexts.for(language);
  if (days.length === 7) return t('everyDay');
  const names = weekdays(language);
  return t('everyOf', {
    days: listWords(
      days.map((day) => names[day - 1]?.long ?? ''),
      language,
    ),
  });
}

function onWords(on: DayOfMonth, language: Language): string {
  const t = ruleWordsTexts.for(language);
  if ('day' in on) return t('onDay', { day: on.day });
  return t('onWeekday', { nth: `n${on.nth}`, day: weekdays(language)[on.weekday - 1]?.long ?? '' });
}

function listWords(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return ruleWordsTexts.for(language)('and', { some: words.slice(0, -1).join(', '), last });
}
