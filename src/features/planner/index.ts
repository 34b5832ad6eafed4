export { addPlannerApi } from './api/routes.ts';
export { addPlannerPages } from './office/routes.ts';
export { freeDays, type FreeDay, type FreeDays } from './availability/free-days.query.ts';
export { earliestSlots, freeSlots, type FreeSlot } from './availability/free-slots.query.ts';
export { askForMoves, movesAsked, type MovesAsked, withdrawalAsked } from './slots/ask-for-moves.ts';
export { type AskedRule, moveRuleFields, moveRuleValues, readMoveRule } from './office/preview/move-rule.form.ts';
export { MoveRuleForm } from './office/preview/move-rule.view.tsx';
export { defaultMoveRule, type MoveRule, moveRule } from './slots/move-rule.ts';
export { daysOff } from './calendar/days-off.query.ts';
export { firstFree } from './availability/first-free.query.ts';
export { type Area, firstFreeAround, type OfficeAround } from './availability/first-free-around.query.ts';
export type { Editing } from './editing/editing.ts';
export { oncePerStart } from './availability/once-per-start.rules.ts';
export {
  type Asker,
  askerIn,
  atTheDesk,
  groupOf,
  onTheSite,
  type Quota,
  type QuotaChannel,
  readResident,
  residentWord,
} from './quotas/quota.rules.ts';
export { hasRoom } from './quotas/room.ts';
export { type AnnouncedOpenDay, openDaysAt } from './open-days/open-days.query.ts';
export { makeOpenDay } from './open-days/make-open-day.ts';
export { publishPlanner } from './slots/publish.ts';
export { forEverybody } from './availability/bookable.ts';
export { prioritySeats, type PrioritySeats } from './availability/priority-seats.query.ts';
export { type Audience, type PlannerAudience, priorityGrounds, type PriorityGround } from './editing/settings.rules.ts';
export {
  type NamedValue,
  type OrderFault,
  type OrderTold,
  type OrderWish,
  type ReleaseOrders,
} from './releases/release-order.ts';
export { planRelease } from './releases/plan-release.ts';
export type { ReleaseRule } from './releases/release-rule.rules.ts';
export { replaceRules } from './editing/replace-rules.ts';
export { savePlanner } from './editing/save-planner.ts';
export { plannerCrontab, plannerTasks } from './slots/roll-horizon.job.ts';
export { type OpeningRule, windowsOf } from './rules.ts';
export { offeringReleases } from './availability/releases.query.ts';
export { comingReleases } from './availability/coming-releases.query.ts';
export { countFreeSeats } from './availability/free-seats.query.ts';
export {
  type AnnouncedClosure,
  closedAllDay,
  officeHours,
  type PublicPlanner,
} from './availability/office-hours.query.ts';
export { withinWindow } from './availability/within-window.ts';
export { type BookingWindow, narrows, outsideWindow, windowDays } from './availability/window.rules.ts';
export { findPlan } from './plan.query.ts';
export { mondayOf, type WeekPreview, weekPreview } from './slots/week-preview.rules.ts';
import './tables.ts';
export * from './bulk/offered.ts';
export * from './releases/offered.ts';
