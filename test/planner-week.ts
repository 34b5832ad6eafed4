import type { HTMLElement } from 'node-html-parser';
import { addRule, type RuleWish } from './build-planner.ts';
import type { TestDeps } from './deps.ts';
import type { TestDesk } from './office-desk.ts';

/** Every weekday's openings as the grid of a planner tells them: `2 09:00–12:00`. */
export function openings(page: HTMLElement): string[] {
  return page
    .querySelectorAll('[data-opening]')
    .map((link) => `${link.getAttribute('data-day')} ${link.querySelector('strong')?.textContent}`);
}

/** The address of a new planner with these rules. */
export async function newWeek(deps: TestDeps, desk: TestDesk, rules: readonly RuleWish[]): Promise<string> {
  const id = await desk.newPlanner();
  for (const rule of rules) await addRule(deps.db, id, rule);
  return `${desk.base}/planners/${id}`;
}

/** What a script reads from an opening of the grid and sends when it is dragged. */
export function dragged(page: HTMLElement, day: number): { rule: string; fields: Record<string, string> } {
  const link = page.querySelector(`[data-opening][data-day="${day}"]`);
  const of = (name: string) => link?.getAttribute(`data-${name}`) ?? '';
  return {
    rule: of('opening'),
    fields: { weekday: String(day), toWeekday: String(day), starts: of('starts'), ends: of('ends'), seen: of('seen') },
  };
}
