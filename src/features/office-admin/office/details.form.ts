import { z } from 'zod';
import type { OfficeDetails, OfficeRecord } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { officeEmail, officePhone, officeWebsite, optionalLine } from '../contact-fields.ts';
import { textFields, textLanguages, textOf, textValues } from '../local-text.form.ts';
import { kmBetween, mostKmFromData, type Place, readDegrees } from '../place.rules.ts';
import { spokenLanguages } from '../spoken-languages.ts';

/** The texts of an office, in the order of the form, with the characters each may have. */
export const officeTextSizes = { hours: 500, directions: 500, accessibility: 1000, notice: 500 } as const;
export const officeTextNames = ['hours', 'directions', 'accessibility', 'notice'] as const;

const degrees = (most: 90 | 180) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.trim();
      if (text === '') return null;
      const number = readDegrees(text, most);
      if (number !== undefined) return number;
      context.addIssue({ code: 'custom', message: most === 90 ? 'latitude' : 'longitude' });
      return z.NEVER;
    });

const languages = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())
  .refine(
    (codes) => codes.every((code) => code === 'it' || spokenLanguages.some((known) => known === code)),
    'unknown',
  );

/** The form of an office's details, for the languages it has texts in. `dataPlace`: where the data place it. */
export function detailsSchema(office: { languages: readonly string[]; dataPlace: Place | null }) {
  const written = textLanguages(office.languages);
  const texts = officeTextNames.flatMap((name) => Object.entries(textFields(name, written, officeTextSizes[name])));
  return z
    .object({
      address: optionalLine(300),
      email: officeEmail,
      phone: officePhone,
      website: officeWebsite,
      lat: degrees(90),
      lon: degrees(180),
      languages,
      seen: z.string().max(40).default(''),
      ...Object.fromEntries(texts),
    })
    .transform((values, context): OfficeDetails => {
      const { address, email, phone, website, lat, lon } = values;
      if ((lat === null) !== (lon === null)) {
        context.addIssue({ code: 'custom', message: 'required', path: [lat === null ? 'lat' : 'lon'] });
      } else if (lat !== null && lon !== null && office.dataPlace !== null) {
        const km = kmBetween({ lat, lon }, office.dataPlace);
        if (km > mostKmFromData) context.addIssue({ code: 'custom', message: 'far', path: ['lat'] });
      }
      const text = (name: (typeof officeTextNames)[number]) => textOf(values, name, written, context);
      return {
        address,
        email,
        phone,
        website,
        lat,
        lon,
        languages: ['it', ...values.languages.filter((code) => code !== 'it')],
        hours: text('hours'),
        directions: text('directions'),
        accessibility: text('accessibility'),
        notice: text('notice'),
      };
    });
}

/** What the form shows of an office. */
export function detailsValues(record: OfficeRecord): FormValues {
  return {
    address: record.address ?? '',
    email: record.email ?? '',
    phone: record.phone ?? '',
    website: record.website ?? '',
    lat: record.lat === null ? '' : String(record.lat),
    lon: record.lon === null ? '' : String(record.lon),
    languages: [...record.languages],
    seen: seenMark(record),
    ...textValues('hours', record.hours),
    ...textValues('directions', record.directions),
    ...textValues('accessibility', record.accessibility),
    ...textValues('notice', record.notice),
  };
}

/** Tells which state of the details a form was filled in over. */
export function seenMark(record: Pick<OfficeRecord, 'changedAt'>): string {
  return record.changedAt?.toString() ?? '';
}

/** The state a form's mark speaks of; null: never changed. */
export function readSeen(mark: string): Temporal.Instant | null {
  try {
    return mark === '' ? null : Temporal.Instant.from(mark);
  } catch {
    return null;
  }
}
