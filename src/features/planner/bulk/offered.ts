export { addClosure, addExtraOpening, remakeOffice } from './calendar-records.ts';
export {
  changePlanners,
  createPlanners,
  movablePlannerColumns,
  type NewPlanner,
  plannerRows,
  type PlannerRow,
} from './planner-records.ts';
export { type PlaceOfPromise, type Plans, type Promised, promisedSlots } from './promised-slots.ts';
export { firstConflict } from '../editing/replace-rules.ts';
export type { NewClosure, NewExtraOpening } from '../calendar/calendar-change.rules.ts';
