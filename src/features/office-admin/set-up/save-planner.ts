import { listOfferings } from '#features/offices/index.ts';
import { replaceRules, savePlanner } from '#features/planner/index.ts';
import type { Tx } from '#platform/database.ts';
import { rulesOfWeek, type SetUpHours } from './hours.rules.ts';

/** Makes the office's first planner from what was said so far, or makes it anew; published only in the next step. */
export async function saveFirstPlanner(
  tx: Tx,
  request: {
    officeId: number;
    accountId: number;
    plannerId: number | null;
    name: string;
    hours: SetUpHours;
    wish: { from: Temporal.PlainDate; horizonDays: number; noticeMinutes: number };
    now: Temporal.Instant;
  },
): Promise<
  { ok: true; plannerId: number } | { ok: false; reason: 'unknown-planner' | 'unknown-service' | 'changed-meanwhile' }
> {
  const { officeId, accountId, plannerId, name, hours, wish, now } = request;
  const offerings = await listOfferings(tx, officeId);
  const offeringIds = offerings.filter(({ active }) => active).map(({ id }) => id);
  const { horizonDays, noticeMinutes } = wish;
  const settings = { name, offeringIds, horizonDays, noticeMinutes, releaseTime: '00:00' };
  const saved = await savePlanner(tx, { officeId, accountId, now, plannerId, settings });
  if (!saved.ok) return saved;
  const rules = rulesOfWeek(hours, wish.from);
  await replaceRules(tx, { officeId, accountId, now, plannerId: saved.plannerId, rules });
  return saved;
}
