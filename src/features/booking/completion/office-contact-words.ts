/** How an office is reached, in one line; undefined when it has not said so. */
export function officeContactWords(office: {
  readonly officeEmail: string | null;
  readonly officePhone: string | null;
}): string | undefined {
  const known = [office.officeEmail, office.officePhone].filter((contact) => contact !== null);
  return known.length === 0 ? undefined : known.join(', ');
}
