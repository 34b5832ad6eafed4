export { type AtOffice, openOfficeToPlan, openPlanner } from '../at-office.ts';
export { findPlanner, listPlanners, type Planner } from '../planner.query.ts';
export type { Release } from '../availability/releases.query.ts';
export { nextByRule } from './rule-effect.query.ts';
export { plannerPaths } from '../office/paths.ts';
export { daysWords, momentWords, openingWords } from '../office/releases/release-moments.view.tsx';
export type { ForeseeRelease } from '../office/releases/foresee-release.ts';
