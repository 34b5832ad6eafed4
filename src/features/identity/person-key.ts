import type { Secrets } from '#platform/secrets.ts';

export interface WhoSomebodyIs {
  readonly givenName: string;
  readonly familyName: string;
  readonly codiceFiscale?: string | null | undefined;
  readonly birthDate?: Temporal.PlainDate | null | undefined;
  readonly birthPlace?: string | null | undefined;
}

/**
 * Keyed hash of who a person is (32 bytes): of the codice fiscale as written (codes that differ by omocodia are
 * different people), else of name, birth date and birthplace. Equal for the same person in any office and account.
 */
export function personKey(secrets: Secrets, person: WhoSomebodyIs): Buffer {
  if (person.codiceFiscale)
    return secrets.hash('person', `cf:${person.codiceFiscale.toUpperCase().replace(/\s/g, '')}`);
  const parts = [person.familyName, person.givenName, person.birthDate?.toString() ?? '', person.birthPlace ?? ''];
  return secrets.hash('person', `name:${parts.map(plain).join('|')}`);
}

// "D'Angelo", "d’angelo" and "D ANGELO" are one name.
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
