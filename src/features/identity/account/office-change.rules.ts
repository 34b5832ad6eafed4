/** How often one may change office: twice within thirty days, so that a slip can be put right. The first choice is free. */
export const officeChangeRules = { most: 2, days: 30 } as const;

/** From when one may change again; undefined when one may now. `changes`: those that count, the oldest first. */
export function mayChangeOfficeFrom(
  changes: readonly { readonly changedAt: Temporal.Instant }[],
): Temporal.Instant | undefined {
  const oldest = changes.at(-officeChangeRules.most);
  return oldest?.changedAt.add({ hours: officeChangeRules.days * 24 });
}
