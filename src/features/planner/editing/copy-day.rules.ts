import type { DraftRule } from './draft.query.ts';
import { withoutDay } from './reshape.rules.ts';
import { appliesOn } from '../rules.ts';
import type { RuleToWrite } from './write-rules.ts';

/**
 * The rules once the openings of a day hold on other weekdays too. What those weekdays have in the same week goes; what
 * they have in another season stays. Undefined when the day has no openings.
 */
export function withDayCopied(
  rules: readonly DraftRule[],
  copy: { from: Temporal.PlainDate; to: readonly number[] },
): RuleToWrite[] | undefined {
  const { from } = copy;
  const weekdays = copy.to.filter((weekday) => weekday !== from.dayOfWeek);
  const copied = new Set(rules.filter(({ rule }) => appliesOn(rule, from.toString(), from.dayOfWeek)));
  if (copied.size === 0) return undefined;
  return rules.flatMap((known): RuleToWrite[] => {
    let rule: DraftRule['rule'] | undefined = known.rule;
    if (copied.has(known)) {
      const all = new Set([...rule.weekdays, ...weekdays]);
      return [{ id: known.id, rule: { ...rule, weekdays: [...all].sort((a, b) => a - b) } }];
    }
    for (const weekday of weekdays) {
      const date = from.add({ days: weekday - from.dayOfWeek }).toString();
      if (rule !== undefined && appliesOn(rule, date, weekday)) rule = withoutDay(rule, weekday);
    }
    return rule === undefined ? [] : [{ id: known.id, rule }];
  });
}
