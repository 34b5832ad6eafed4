import { z } from 'zod';
import type { Office, SiteKind } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { optionalLine } from '../../contact-fields.ts';
import { spokenLanguages } from '../../spoken-languages.ts';

export const siteKinds = ['honorary', 'correspondent', 'branch'] as const satisfies readonly SiteKind[];

const line = (max: number) =>
  z
    .string('required')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'required').max(max, 'too-long'));

/** Zones as the tz database names them; no offsets, which know no summer time. */
export const timeZones: readonly string[] = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

/** Older names of zones are known too, as our data write some of them. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the code of a site begins with: consular codes as in the data, municipal ones with the municipality's. */
export function codePrefix(parent: Pick<Office, 'kind' | 'municipalityCode'>): string {
  if (parent.kind === 'consular') return 'cons-';
  return `comune-${(parent.municipalityCode ?? '').toLowerCase()}-`;
}

const fields = {
  siteKind: z.enum(siteKinds, 'required-choice'),
  nameIt: line(120),
  nameEn: line(120),
  cityIt: line(80),
  cityEn: line(80),
  timeZone: z.string('time-zone').refine(isTimeZone, 'time-zone'),
  languages: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => ['it', ...spokenLanguages.filter((code) => [value].flat().includes(code))]),
  address: optionalLine(300),
};

/** A site's form, when it is made: with its code and country, which stay. */
export function newSiteSchema(parent: Pick<Office, 'kind' | 'municipalityCode'>) {
  const prefix = codePrefix(parent);
  return z.object({
    ...fields,
    code: z
      .string('required')
      .trim()
      .min(1, 'required')
      .max(60, 'code-shape')
      .refine((code) => code.startsWith(prefix) && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(code), 'code-shape'),
    country: z.string('unknown-country').regex(/^[A-Z]{2}$/, 'unknown-country'),
  });
}

export const siteSchema = z.object(fields);

/** What was typed, as the office knows it. */
export function siteOf(value: z.output<typeof siteSchema>) {
  const { siteKind, nameIt, nameEn, cityIt, cityEn, timeZone, languages, address } = value;
  return { siteKind, name: { it: nameIt, en: nameEn }, city: { it: cityIt, en: cityEn }, timeZone, languages, address };
}

export function siteValues(site: Office): FormValues {
  return {
    siteKind: site.siteKind ?? '',
    nameIt: site.name.it,
    nameEn: site.name.en ?? site.name.it,
    cityIt: site.city.it,
    cityEn: site.city.en ?? site.city.it,
    timeZone: site.timeZone,
    languages: [...site.languages],
    address: site.address ?? '',
  };
}
