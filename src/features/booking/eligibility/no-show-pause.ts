import { noShowRule } from '#features/offices/index.ts';
import { pauseAt } from '../no-shows/pause.query.ts';
import type { Rule } from './rule.ts';

/** The office pauses new bookings of whoever missed several appointments, and says so beforehand. */
export const noShowPause: Rule = {
  concerns: ({ offering }) => offering.noShowRule,
  ofThePast: true,

  async refuse(db, { viewer, offering, now }) {
    const { officeId, serviceCode } = offering;
    const pause = await pauseAt(db, { accountId: viewer.accountId, officeId, serviceCode, now });
    if (pause === undefined) return undefined;
    return {
      name: 'no-show-pause',
      values: { lastDay: pause.lastDay, office: pause.officeName, count: pause.missed.length },
      ways: [{ name: 'why-paused', href: '/restrictions' }],
    };
  },

  async announce(db, { offering }) {
    const rule = await noShowRule(db, offering.officeId);
    return rule === null ? undefined : { name: 'no-show-rule', values: { ...rule }, ways: [] };
  },

  announcedToAll: true,
};
