import { isIdentified } from '#features/identity/index.ts';
import type { Rule } from './rule.ts';

/** The service is for accounts whose holder has shown who they are: to an operator, or later to SPID or CIE. */
export const identifiedOnly: Rule = {
  concerns: ({ offering }) => offering.loginLevel === 'identified',

  async refuse(db, { viewer }) {
    if (await isIdentified(db, viewer.accountId)) return undefined;
    return {
      name: 'not-identified',
      ways: [{ name: 'how-to-be-identified', href: '/profile/identification', returns: true }],
    };
  },

  announce: async () => ({ name: 'only-identified', ways: [] }),
};
