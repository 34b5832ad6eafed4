import type { PersonDetails } from '#features/identity/index.ts';

/** So many letters may be wrong in a name, a third of it at most; so many in a codice fiscale. */
const wrongLetters = 2;
const wrongDigits = 2;

/**
 * Whether a correction leaves the person who they are: a letter mistyped, days and months swapped, a name taken by
 * marriage, a codice fiscale filled in. Bookings are nominal, so one person is never corrected into another: the given
 * name stays the same or nearly, or the codice fiscale does, and beside it the family name or the birth date.
 */
export function isSamePerson(before: PersonDetails, after: PersonDetails): boolean {
  const code = isSameCode(before.codiceFiscale, after.codiceFiscale);
  const given = isNearName(before.givenName, after.givenName);
  const family = isNearName(before.familyName, after.familyName);
  const born = isNearDate(before.birthDate, after.birthDate);
  // Names and birth date tell twins apart only by the given name.
  if (!given && code !== true) return false;
  if (code === false && !(given && family && born !== false)) return false;
  return family || born === true;
}

function isNearName(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  // A second name written, or left out.
  const [shorter = [], longer = []] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length);
  if (shorter.every((word) => longer.includes(word))) return true;
  return distance(a, b) <= Math.min(wrongLetters, Math.floor(Math.max(a.length, b.length) / 3));
}

/** undefined: one of the two is not known */
function isNearDate(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean | undefined {
  if (one === null || other === null) return undefined;
  const [a, b] = [one.toString(), other.toString()];
  const swapped = one.year === other.year && one.month === other.day && one.day === other.month;
  return swapped || [...a].filter((digit, index) => digit !== b[index]).length <= 1;
}

function isSameCode(one: string | null, other: string | null): boolean | undefined {
  if (one === null || other === null) return undefined;
  return distance(one.toUpperCase(), other.toUpperCase()) <= wrongDigits;
}

/** How many letters must be changed, added, left out or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
