import { blockedAt } from '#features/identity/index.ts';
import type { Rule } from './rule.ts';

/** Somebody at an office, or of the network, has blocked new bookings of this account; why, stands on a page of its own. */
export const notBlocked: Rule = {
  // Nearly nobody is: the account itself says so, and only then is the rest asked.
  concerns: ({ viewer }) => viewer !== null && viewer.restrictedUntil !== null,

  async refuse(db, { viewer, offering, now }) {
    const block = await blockedAt(db, { accountId: viewer.accountId, officeId: offering.officeId, now });
    if (block === undefined) return undefined;
    const lastDay = block.lastDay === null ? 'none' : block.lastDay;
    return {
      name: block.officeId === null ? 'blocked-everywhere' : 'blocked-here',
      values: { lastDay },
      ways: [{ name: 'why-blocked', href: '/restrictions' }],
    };
  },
};
