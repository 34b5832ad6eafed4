import { type Break, minuteOf, type OpeningRule, windowsOf } from '../rules.ts';

/** Something about an opening rule that makes no sense. */
export interface RuleFault {
  /** `ends`, `breaks.0.starts` */
  readonly field: string;
  readonly reason: 'before-start' | 'no-slot' | 'outside' | 'overlap';
}

/** What is wrong with a rule whose fields are each well formed. */
export function ruleFaults(rule: OpeningRule): RuleFault[] {
  const faults: RuleFault[] = [];
  if (rule.validTo !== null && rule.validTo < rule.validFrom) faults.push({ field: 'validTo', reason: 'before-start' });
  const hasHours = minuteOf(rule.ends) > minuteOf(rule.starts);
  if (!hasHours) faults.push({ field: 'ends', reason: 'before-start' });
  rule.breaks.forEach((pause, index) => {
    const fault = breakFault(pause, rule, rule.breaks.slice(0, index));
    if (fault) faults.push({ field: `breaks.${index}.${fault.field}`, reason: fault.reason });
  });
  const fits = windowsOf(rule).some((window) => window.until - window.from >= rule.minutes);
  if (hasHours && !fits) faults.push({ field: 'minutes', reason: 'no-slot' });
  return faults;
}

function breakFault(pause: Break, rule: OpeningRule, earlier: readonly Break[]): RuleFault | undefined {
  const [from, until] = [minuteOf(pause.starts), minuteOf(pause.ends)];
  if (until <= from) return { field: 'ends', reason: 'before-start' };
  if (from < minuteOf(rule.starts) || until > minuteOf(rule.ends)) return { field: 'starts', reason: 'outside' };
  const touches = earlier.some((other) => from < minuteOf(other.ends) && until > minuteOf(other.starts));
  return touches ? { field: 'starts', reason: 'overlap' } : undefined;
}
