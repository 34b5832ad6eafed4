/** What waits for an office, by kind; in the order in which it is shown: people who wait for an answer first. */
export const sections = ['requests', 'toSettle', 'undelivered', 'awaiting', 'offered'] as const;
export type Section = (typeof sections)[number];
