import type { PlannerAudience, ReleaseRule } from '#features/planner/index.ts';
import { everyDay } from './create-plan.ts';

/** A few seats every half hour through the day, so that nobody has to be there at one instant. */
export const throughTheDay: ReleaseRule = {
  kind: 'drip',
  clock: 'office',
  weekdays: everyDay,
  from: '08:00',
  until: '20:00',
  everyMinutes: 30,
  seats: 4,
};

/** Two evenings a week, each with its hour on the office’s clock. */
export const twoEvenings: ReleaseRule = {
  kind: 'weekly',
  clock: 'office',
  moments: [
    { weekday: 1, time: '19:00' },
    { weekday: 4, time: '21:00' },
  ],
  spreadMinutes: 0,
};

/** Midnight in Italy, except when Friday and Saturday begin there. */
export const midnightInRome: ReleaseRule = {
  kind: 'rolling',
  clock: 'rome',
  weekdays: [1, 2, 3, 4, 7],
  time: '00:00',
  spreadMinutes: 0,
};

/** Seats for people with a right to be served first; two days before, those that are left are everybody's. */
export const firstServed: PlannerAudience = {
  kind: 'priority',
  grounds: ['age', 'disability', 'pregnancy', 'urgency'],
  minAge: 65,
  untilMinutes: 48 * 60,
  withoutProof: 'serve',
};
