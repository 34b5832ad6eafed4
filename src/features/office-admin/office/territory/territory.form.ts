import { z } from 'zod';
import type { ServedCountry, TerritoryWish } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import type { LocalText } from '#platform/language.ts';

/** How many countries the form has room for; the network's busiest office serves half of it. */
export const mostCountries = 40;
const mostParts = 80;
const longestPart = 120;

/** Countries with their parts, each in two fields: `country.0`, `parts.0`. `mayBeEmpty`: a site has its parent's then. */
export function territorySchema({ mayBeEmpty }: { mayBeEmpty: boolean }) {
  return z.record(z.string(), z.unknown()).transform((values, context): TerritoryWish[] => {
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
    const found: TerritoryWish[] = [];
    for (let index = 0; index < mostCountries; index += 1) {
      const country = text(`country.${index}`);
      const parts = readParts(text(`parts.${index}`));
      if (country === '' && parts.length > 0) fault(`country.${index}`, 'country-needed');
      if (country === '') continue;
      if (!/^[A-Z]{2}$/.test(country)) fault(`country.${index}`, 'unknown-country');
      if (found.some((earlier) => earlier.country === country)) fault(`country.${index}`, 'country-twice');
      const wrong = partsFault(parts);
      if (wrong) fault(`parts.${index}`, wrong);
      found.push({ country, parts });
    }
    if (found.length === 0 && !mayBeEmpty) fault('country.0', 'empty');
    return found;
  });
}

function partsFault(parts: readonly LocalText[]): string | undefined {
  if (parts.length > mostParts) return 'too-many-parts';
  if (parts.some(({ it, en = '' }) => it.length > longestPart || en.length > longestPart)) return 'part-too-long';
  const names = new Set(parts.map(({ it }) => it.toLocaleLowerCase('it')));
  return names.size < parts.length ? 'part-twice' : undefined;
}

/** "Scozia | Scotland", a line each. */
function readParts(typed: string): LocalText[] {
  return typed.split(/\r?\n/).flatMap((line): LocalText[] => {
    const [it = '', en = ''] = line.split('|').map((name) => name.replace(/\s+/g, ' ').trim());
    if (it === '') return en === '' ? [] : [{ it: en, en }];
    return [en === '' ? { it } : { it, en }];
  });
}

/** What the form shows of a territory. */
export function territoryValues(territory: readonly ServedCountry[], seen: Temporal.Instant | null): FormValues {
  const known = territory.filter(({ country }) => country !== null);
  const fields = known.flatMap(({ country, parts }, index): [string, string][] => [
    [`country.${index}`, country ?? ''],
    [`parts.${index}`, parts.map(({ it, en }) => (en && en !== it ? `${it} | ${en}` : it)).join('\n')],
  ]);
  return { ...Object.fromEntries<string>(fields), seen: seen?.toString() ?? '' };
}
