import { parseCodiceFiscale } from './codice-fiscale/codice-fiscale.ts';
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

/**
 * Keyed hash of a name and a birth date (32 bytes), for finding somebody who is known by codice fiscale in one place and
 * not in another; null where no birth date is known. People of one name and birthday share it: it refuses nobody alone.
 */
export function likenessKey(secrets: Secrets, person: WhoSomebodyIs): Buffer | null {
  const born = birthDayOf(person);
  if (born === null) return null;
  return secrets.hash('person', `like:${[person.familyName, person.givenName].map(plain).join('|')}|${born}`);
}

/** As a codice fiscale tells it, without the century: `80-04-12`. */
function birthDayOf({ birthDate, codiceFiscale }: WhoSomebodyIs): string | null {
  if (birthDate) return birthDate.toString().slice(2);
  const read = codiceFiscale ? parseCodiceFiscale(codiceFiscale) : undefined;
  if (!read?.ok) return null;
  const { yearOfCentury, month, day } = read.codiceFiscale;
  return [yearOfCentury, month, day].map((part) => String(part).padStart(2, '0')).join('-');
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
