import type { Tx } from '#platform/database.ts';
import type { DraftRule } from './draft.query.ts';
import type { Editing } from './editing.ts';
import { editRules, type RuleConflict } from './edit-draft.ts';
import { fingerprint } from './fingerprint.ts';
import { type Place, reshaped, withoutDay } from './reshape.rules.ts';
import { ruleFaults } from './rule-faults.rules.ts';
import type { RuleToWrite } from './write-rules.ts';

/** One weekday of a rule as it was on the screen. */
export interface OpeningOfDay {
  readonly ruleId: number;
  readonly weekday: number;
  /** all weekdays of the rule, or this one alone, which then becomes a rule of its own */
  readonly scope: 'all' | 'day';
  /** fingerprint of the rule that was shown */
  readonly seen?: string | undefined;
}

interface Refusal {
  ok: false;
  reason: 'unknown-planner' | 'unknown-rule' | 'changed-meanwhile' | 'no-hours';
}

export type ReshapeOutcome = { ok: true } | Refusal | RuleConflict;

/** Moves an opening to another weekday or other hours. `no-hours`: not one appointment would fit. */
export async function moveOpening(
  tx: Tx,
  request: Editing & { plannerId: number; opening: OpeningOfDay; to: Place },
): Promise<ReshapeOutcome> {
  const { opening, to } = request;
  return editRules<Refusal>(tx, { ...request, kind: 'move-opening-rule' }, (rules) => {
    const found = shown(rules, opening);
    if (!found.ok) return found;
    const moved = reshaped(found.known.rule, to);
    if (ruleFaults(moved).length > 0) return { ok: false, reason: 'no-hours' };
    if (opening.scope === 'all' && to.weekday === opening.weekday)
      return { ok: true, rules: replaced(rules, found.known, [{ id: found.known.id, rule: moved }]) };
    const alone = { id: null, rule: { ...moved, weekdays: [to.weekday] } };
    return { ok: true, rules: replaced(rules, found.known, split(found.known, opening.weekday, alone)) };
  });
}

/** Takes out an opening rule, or one of its weekdays; slots follow when the planner is published. */
export async function removeOpening(
  tx: Tx,
  request: Editing & { plannerId: number; opening: OpeningOfDay },
): Promise<ReshapeOutcome> {
  const { opening } = request;
  return editRules<Refusal>(tx, { ...request, kind: 'remove-opening-rule' }, (rules) => {
    const found = shown(rules, opening);
    if (!found.ok) return found;
    const rest = opening.scope === 'day' ? withoutDay(found.known.rule, opening.weekday) : undefined;
    return { ok: true, rules: replaced(rules, found.known, rest ? [{ id: found.known.id, rule: rest }] : []) };
  });
}

function shown(rules: readonly DraftRule[], opening: OpeningOfDay): { ok: true; known: DraftRule } | Refusal {
  const known = rules.find(({ id }) => id === opening.ruleId);
  if (known === undefined) return { ok: false, reason: 'unknown-rule' };
  const isSame = opening.seen === undefined || opening.seen === fingerprint(known.rule);
  const hasDay = opening.scope === 'all' || known.rule.weekdays.includes(opening.weekday);
  return isSame && hasDay ? { ok: true, known } : { ok: false, reason: 'changed-meanwhile' };
}

/** The rule without the day, and the day on its own; a rule of one day stays the same rule. */
function split(known: DraftRule, weekday: number, alone: RuleToWrite): RuleToWrite[] {
  const rest = withoutDay(known.rule, weekday);
  return rest ? [{ id: known.id, rule: rest }, alone] : [{ ...alone, id: known.id }];
}

function replaced(rules: readonly DraftRule[], known: DraftRule, by: readonly RuleToWrite[]): RuleToWrite[] {
  return rules.flatMap((one) => (one === known ? by : [one]));
}
