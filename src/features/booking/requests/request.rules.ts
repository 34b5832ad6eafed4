export const requestKinds = ['cancel', 'change'] as const;
/** What a citizen asks of the office. */
export type RequestKind = (typeof requestKinds)[number];

export type RequestState = 'open' | 'answered' | 'done';

export const longestRequest = 1000;
export const longestAnswer = 2000;

/** How many times a day one booking may be asked about. */
export const requestsADay = 5;
