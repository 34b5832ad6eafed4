const needed = ['address', 'email', 'phone'] as const;

/** Which of the contacts that every office should give are missing. */
export function missingContacts(
  office: Readonly<Record<(typeof needed)[number], string | null>>,
): (typeof needed)[number][] {
  return needed.filter((name) => office[name] === null);
}
