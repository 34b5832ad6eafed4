import { hasEndedAt } from '#features/identity/index.ts';
import type { Rule } from './rule.ts';

/** Dates of law: from a day on, nobody books at a consular office with an account of e-mail and password alone. */
export const localEnded: Rule = {
  concerns: ({ offering, viewer, stepsUpLater }) =>
    offering.officeKind === 'consular' && viewer?.scheme === 'local' && stepsUpLater !== true,

  async refuse(db, { viewer, offering, now }) {
    if (!(await hasEndedAt(db, { officeId: offering.officeId, accountId: viewer.accountId, now }))) return undefined;
    return { name: 'password-ended', ways: [{ name: 'step-up', href: '/login/step-up', returns: true }] };
  },
};
