import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.ts';

/** Who runs the site, as the federations of SPID and CIE write it down. */
export interface Organization {
  /** as in the index of public administrations (IPA) */
  readonly name: string;
  readonly ipaCode: string;
  /** the town it is in */
  readonly locality: string;
  readonly fiscalCode: string | undefined;
  /** with the country's letters: IT… */
  readonly vatNumber: string | undefined;
  readonly email: string;
  /** +39 and digits */
  readonly phone: string | undefined;
  readonly website: string;
  /** cadastral code of the town, for CIE */
  readonly municipality: string | undefined;
}

export interface SpidSettings {
  /** how the federation knows the site; the public URL where nothing is said */
  readonly entityId: string;
  /** absolute path of a folder with providers' metadata files */
  readonly providersFolder: string | undefined;
  /** providers that speak for the European node: their people have no codice fiscale */
  readonly eidasProviders: readonly string[];
}

/** How the site is known to the CIE server over SAML. */
export interface CieSamlSettings {
  /** the public URL where nothing is said */
  readonly entityId: string;
  /** absolute path of a folder with the server's metadata file */
  readonly providersFolder: string | undefined;
}

export const federationEnvironment = {
  TURNO_SPID_ENTITY_ID: z.url({ protocol: /^https?$/ }).optional(),
  TURNO_SPID_IDP_DIR: z.string().optional(),
  TURNO_CIE_ENTITY_ID: z.url({ protocol: /^https?$/ }).optional(),
  TURNO_CIE_IDP_DIR: z.string().optional(),
  TURNO_EIDAS_IDP: z.string().default('https://sp-proxy.eid.gov.it/spproxy/idpitmetadata'),
  TURNO_ORGANIZATION: z.string().optional(),
  TURNO_ORGANIZATION_IPA: z
    .string()
    .regex(/^[\w-]+$/, 'must be the code of the index of public administrations')
    .optional(),
  TURNO_ORGANIZATION_LOCALITY: z.string().optional(),
  TURNO_ORGANIZATION_FISCAL_CODE: z
    .string()
    .regex(/^\d{11}$/, 'must have 11 digits')
    .optional(),
  TURNO_ORGANIZATION_VAT: z
    .string()
    .regex(/^[A-Z]{2}\w{2,13}$/, 'must begin with the letters of the country')
    .optional(),
  TURNO_ORGANIZATION_EMAIL: z.email().optional(),
  TURNO_ORGANIZATION_PHONE: z
    .string()
    .regex(/^\+\d{6,15}$/, 'must be +39 and digits, without spaces')
    .optional(),
  TURNO_ORGANIZATION_URL: z.url({ protocol: /^https?$/ }).optional(),
  TURNO_ORGANIZATION_MUNICIPALITY: z
    .string()
    .regex(/^[A-Z]\d{3}$/, 'must be a cadastral code')
    .optional(),
};

type Settings = z.output<z.ZodObject<typeof federationEnvironment>>;

/** What the metadata say where nobody has said anything yet: enough to try the login, refused by a federation. */
const unnamed = {
  name: 'Ente che usa Turno',
  ipaCode: 'ipa_da_indicare',
  locality: 'Roma',
  email: 'ente@turno.example',
} as const;

/** Names of the settings without which no federation takes the site. */
export const neededOrganization = [
  'TURNO_ORGANIZATION',
  'TURNO_ORGANIZATION_IPA',
  'TURNO_ORGANIZATION_LOCALITY',
  'TURNO_ORGANIZATION_EMAIL',
] as const;

export function organizationOf(e: Settings, publicUrl: string): Organization & { readonly missing: readonly string[] } {
  return {
    name: e.TURNO_ORGANIZATION ?? unnamed.name,
    ipaCode: e.TURNO_ORGANIZATION_IPA ?? unnamed.ipaCode,
    locality: e.TURNO_ORGANIZATION_LOCALITY ?? unnamed.locality,
    fiscalCode: e.TURNO_ORGANIZATION_FISCAL_CODE,
    vatNumber: e.TURNO_ORGANIZATION_VAT,
    email: e.TURNO_ORGANIZATION_EMAIL ?? unnamed.email,
    phone: e.TURNO_ORGANIZATION_PHONE,
    website: e.TURNO_ORGANIZATION_URL ?? publicUrl,
    municipality: e.TURNO_ORGANIZATION_MUNICIPALITY,
    missing: neededOrganization.filter((name) => e[name] === undefined),
  };
}

export function spidSettings(e: Settings, publicUrl: string): SpidSettings {
  return {
    entityId: e.TURNO_SPID_ENTITY_ID ?? publicUrl,
    providersFolder: folderOf(e.TURNO_SPID_IDP_DIR),
    eidasProviders: e.TURNO_EIDAS_IDP.split(/\s+/).filter(Boolean),
  };
}

export function cieSamlSettings(e: Settings, publicUrl: string): CieSamlSettings {
  return { entityId: e.TURNO_CIE_ENTITY_ID ?? publicUrl, providersFolder: folderOf(e.TURNO_CIE_IDP_DIR) };
}

function folderOf(path: string | undefined): string | undefined {
  return path === undefined || isAbsolute(path) ? path : join(projectRoot, path);
}
