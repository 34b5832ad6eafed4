import { z } from 'zod';
import { type Language, localText } from '#platform/language.ts';
import type { FoundOffice } from '../search-offices.query.ts';
import type { Office } from '../office.query.ts';
import type { FamilyCodes } from '../sites/family-codes.query.ts';
import { siteKinds } from '../tables.ts';

/** An office as the HTTP API shows it, in the caller's language. */
export const officeAnswer = z.object({
  code: z.string(),
  kind: z.enum(['consular', 'municipal']),
  name: z.string(),
  city: z.string(),
  country: z.string().describe('ISO 3166-1 alpha-2'),
  municipality: z.string().nullable().describe('cadastral code'),
  province: z.string().nullable(),
  address: z.string().nullable().describe('null until the office has entered it'),
  timeZone: z.string(),
  languages: z.array(z.string()),
  contacts: z.object({ email: z.string().nullable(), phone: z.string().nullable(), website: z.string().nullable() }),
  parent: z.string().nullable().describe('code of the office that this one stands under'),
  site: z.enum(siteKinds).nullable().describe('what kind of office under another; null for an office of its own'),
  sites: z.array(z.string()).describe('codes of the offices under this one'),
  location: z
    .object({ lat: z.number(), lon: z.number() })
    .nullable()
    .describe('of the city, where the office gave no better'),
});

export const serviceName = z.object({ code: z.string(), name: z.string() });

export const foundOfficeAnswer = officeAnswer.extend({
  services: z.array(serviceName).describe('what can be booked there now'),
  distanceKm: z.number().nullable(),
});

export function toOfficeAnswer(
  office: Office,
  family: FamilyCodes | undefined,
  language: Language,
): z.input<typeof officeAnswer> {
  const { code, kind, country, address, timeZone, email, phone, website, lat, lon } = office;
  return {
    code,
    kind,
    name: localText(office.name, language),
    city: localText(office.city, language),
    country,
    municipality: office.municipalityCode,
    province: office.provinceCode,
    address,
    timeZone,
    languages: [...office.languages],
    contacts: { email, phone, website },
    parent: family?.parent ?? null,
    site: office.siteKind,
    sites: [...(family?.sites ?? [])],
    location: lat === null || lon === null ? null : { lat, lon },
  };
}

export function toFoundOfficeAnswer(
  office: FoundOffice,
  family: FamilyCodes | undefined,
  language: Language,
): z.input<typeof foundOfficeAnswer> {
  const services = office.services.map(({ code, name }) => ({ code, name: localText(name, language) }));
  const distanceKm = office.km === null ? null : Math.round(office.km * 10) / 10;
  return { ...toOfficeAnswer(office, family, language), services, distanceKm };
}
