/** The codes with which a provider says why nobody logged in, by the federation's table of messages; and none of them. */
export const refusals = ['nr19', 'nr20', 'nr21', 'nr22', 'nr23', 'nr25', 'nr30', 'no-code'] as const;

export type Refusal = (typeof refusals)[number];

export function isRefusal(text: string): text is Refusal {
  return refusals.some((refusal) => refusal === text);
}
