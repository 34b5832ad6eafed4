import { checkCharacter, familyNamePart, givenNamePart } from './codice-fiscale-parts.ts';
import { familyNameFit, givenNameFit, type NameFit } from './double-names.ts';

/** A well-formed Italian tax code (D.M. 23 December 1976) and what it says. */
export interface CodiceFiscale {
  /** As written: sixteen capitals and digits. Codes that differ by omocodia belong to different people. */
  readonly code: string;
  readonly sex: 'F' | 'M';
  /** The code holds only the last two digits of the year. */
  readonly yearOfCentury: number;
  readonly month: number;
  readonly day: number;
  /** Cadastral code of the municipality (H501), or Z code of the country (Z114). */
  readonly birthPlaceCode: string;
  /** Two people would have had the same code: some digits are written as letters. */
  readonly omocodia: boolean;
}

export const codiceFiscaleFaults = ['form', 'check-character', 'name', 'birth-date'] as const;

export type CodiceFiscaleFault = (typeof codiceFiscaleFaults)[number];

export interface NamedPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** Not asked everywhere; then it is not compared. */
  readonly birthDate?: Temporal.PlainDate | undefined;
}

const omocodiaLetters = 'LMNPQRSTUV';
const digit = `[0-9${omocodiaLetters}]`;
const months = 'ABCDEHLMPRST';
const shape = new RegExp(`^[A-Z]{6}${digit}{2}[${months}]${digit}{2}[A-Z]${digit}{3}[A-Z]$`);
const digitPlaces = [6, 7, 9, 10, 12, 13, 14];

/** Reads a tax code as people type it: spaces and small letters are welcome. */
export function parseCodiceFiscale(
  text: string,
): { ok: true; codiceFiscale: CodiceFiscale } | { ok: false; reason: 'form' | 'check-character' } {
  const code = text.toUpperCase().replace(/[\s.-]/g, '');
  if (!shape.test(code)) return { ok: false, reason: 'form' };
  if (checkCharacter(code.slice(0, 15)) !== code.charAt(15)) return { ok: false, reason: 'check-character' };
  const plain = withoutOmocodia(code);
  const dayAndSex = Number(plain.slice(9, 11));
  const sex = dayAndSex > 40 ? 'F' : 'M';
  const day = sex === 'F' ? dayAndSex - 40 : dayAndSex;
  const month = months.indexOf(plain.charAt(8)) + 1;
  const yearOfCentury = Number(plain.slice(6, 8));
  if (!existsInSomeCentury(yearOfCentury, month, day)) return { ok: false, reason: 'form' };
  const birthPlaceCode = plain.slice(11, 15);
  const omocodia = plain.slice(0, 15) !== code.slice(0, 15);
  return { ok: true, codiceFiscale: { code, sex, yearOfCentury, month, day, birthPlaceCode, omocodia } };
}

/** Whether the code is that of a person with this name, and this birth date where one is given. */
export function agreesWith(
  codiceFiscale: CodiceFiscale,
  person: NamedPerson,
): { ok: true } | { ok: false; reason: 'name' | 'birth-date' } {
  if (nameFit(codiceFiscale, person) === 'none') return { ok: false, reason: 'name' };
  const { birthDate } = person;
  if (birthDate === undefined) return { ok: true };
  const sameDay =
    birthDate.year % 100 === codiceFiscale.yearOfCentury &&
    birthDate.month === codiceFiscale.month &&
    birthDate.day === codiceFiscale.day;
  return sameDay ? { ok: true } : { ok: false, reason: 'birth-date' };
}

/** How a code fits somebody's names: only in part where one of two names is missing here or there. */
export function nameFit({ code }: Pick<CodiceFiscale, 'code'>, person: NamedPerson): NameFit {
  const fits = [familyNameFit(person.familyName, code.slice(0, 3)), givenNameFit(person.givenName, code.slice(3, 6))];
  if (fits.includes('none')) return 'none';
  return fits.includes('part') ? 'part' : 'whole';
}

/** All that can be wrong with a typed code, in one question. */
export function checkCodiceFiscale(
  text: string,
  person: NamedPerson,
): { ok: true; code: string } | { ok: false; reason: CodiceFiscaleFault } {
  const parsed = parseCodiceFiscale(text);
  if (!parsed.ok) return parsed;
  const agreed = agreesWith(parsed.codiceFiscale, person);
  return agreed.ok ? { ok: true, code: parsed.codiceFiscale.code } : agreed;
}

/** The birth date the code speaks of: the latest one possible that is not after `today`. */
export function birthDateOf(codiceFiscale: CodiceFiscale, today: Temporal.PlainDate): Temporal.PlainDate {
  const { yearOfCentury, month, day } = codiceFiscale;
  const century = today.year - (today.year % 100);
  for (const year of [century + yearOfCentury, century - 100 + yearOfCentury, century - 200 + yearOfCentury]) {
    const date = dayOf(year, month, day);
    if (date !== undefined && Temporal.PlainDate.compare(date, today) <= 0) return date;
  }
  throw new RangeError('no such day in three centuries');
}

/** The code that the rules give a person; for invented people. */
export function makeCodiceFiscale(
  person: Required<NamedPerson> & { birthDate: Temporal.PlainDate; sex: 'F' | 'M'; birthPlaceCode: string },
): string {
  const { year, month, day } = person.birthDate;
  const [family] = familyNamePart(person.familyName);
  const [given] = givenNamePart(person.givenName);
  const start =
    `${family}${given}` +
    String(year % 100).padStart(2, '0') +
    months.charAt(month - 1) +
    String(person.sex === 'F' ? day + 40 : day).padStart(2, '0') +
    person.birthPlaceCode;
  return start + checkCharacter(start);
}

/** The same code with digits written as letters at some of the seven places, counted from the right. */
export function withOmocodia(code: string, places: readonly number[]): string {
  const characters = [...code.slice(0, 15)];
  for (const place of places) {
    const position = digitPlaces.at(-1 - place) ?? 0;
    characters[position] = omocodiaLetters.charAt(Number(characters[position]));
  }
  const start = characters.join('');
  return start + checkCharacter(start);
}

function withoutOmocodia(code: string): string {
  const characters = [...code];
  for (const position of digitPlaces) {
    const value = omocodiaLetters.indexOf(code.charAt(position));
    if (value >= 0) characters[position] = String(value);
  }
  return characters.join('');
}

function existsInSomeCentury(yearOfCentury: number, month: number, day: number): boolean {
  return dayOf(1900 + yearOfCentury, month, day) !== undefined || dayOf(2000 + yearOfCentury, month, day) !== undefined;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return day >= 1 && day <= last ? Temporal.PlainDate.from({ year, month, day }) : undefined;
}
