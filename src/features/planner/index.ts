export { freeDays, type FreeDay, type FreeDays } from './free-days.query.ts';
export { earliestSlots, freeSlots, type FreeSlot } from './free-slots.query.ts';
export { type FirstFree, firstFree } from './first-free.query.ts';
export { horizonEnd, nextRelease, opensAt } from './horizon.rules.ts';
export { publishPlanner, remakeSlots, unpublishPlanner } from './publish.ts';
export { plannerCrontab, plannerTasks, rollHorizons } from './roll-horizon.job.ts';
export type { OpeningRule } from './rules.ts';
import './tables.ts';
