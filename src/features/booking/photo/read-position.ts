/** Whose photo an address speaks of: the first person's unless it names another of the booking. */
export function readPosition(
  typed: string | undefined,
  { people }: { readonly people: readonly { readonly position: number }[] },
): number {
  const known = people.find(({ position }) => String(position) === typed);
  return (known ?? people[0])?.position ?? 0;
}
