/** How a person of the party stands to the one who books: oneself, or one of the twelve relations, as people choose among them. */
export const relationships = [
  'self',
  'child',
  'stepchild',
  'minor-in-custody',
  'spouse',
  'cohabiting-partner',
  'parent',
  'sibling',
  'grandchild',
  'separated-spouse',
  'divorced-spouse',
  'parent-in-law',
  'child-in-law',
] as const;
export type Relationship = (typeof relationships)[number];

/** Why the service is asked for. */
export const reasons = ['first-issue', 'expiry', 'theft', 'loss', 'damage', 'change-of-data', 'other'] as const;
export type Reason = (typeof reasons)[number];
