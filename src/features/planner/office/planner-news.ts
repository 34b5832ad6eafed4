import type { Language } from '#platform/language.ts';
import { plannerTexts } from './planner.text.ts';

/** What was just done to a planner, or refused, in words. */
export interface PlannerNews {
  readonly tone: 'success' | 'warning' | 'danger';
  readonly words: string;
  /** appointments that are being offered another seat */
  readonly offered?: number;
}

const done = {
  created: 'created',
  settings: 'savedSettings',
  rule: 'ruleSaved',
  'rule-removed': 'ruleRemoved',
  'rule-moved': 'ruleMoved',
  'day-copied': 'dayCopied',
  preset: 'presetAdded',
  undo: 'undone',
  redo: 'redone',
  restored: 'restored',
  copied: 'plannerCopied',
  'open-day': 'openDayMade',
  published: 'publishedNow',
  unpublished: 'unpublishedNow',
} as const;

const refused = {
  'other-step': 'otherStep',
  'changed-meanwhile': 'changedMeanwhile',
  'unknown-rule': 'ruleGone',
  'no-hours': 'noHours',
} as const;

export type Done = keyof typeof done;
export type Refused = keyof typeof refused;

/** The news an address tells of: `?done=rule`. */
export function newsOf(name: string, language: Language): PlannerNews | undefined {
  if (!Object.hasOwn(done, name)) return undefined;
  // Checked the line before; the compiler does not follow `hasOwn`.
  return { tone: 'success', words: plannerTexts.for(language)(done[name as Done]) };
}

export function refusalNews(reason: Refused, language: Language): PlannerNews {
  return { tone: 'warning', words: plannerTexts.for(language)(refused[reason]) };
}
