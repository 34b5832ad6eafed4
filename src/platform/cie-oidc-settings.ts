import { z } from 'zod';

const entity = z.url({ protocol: /^https?$/ }).transform((address) => address.trim());

/** The environment variables of logins with CIE over OpenID Connect. */
export const cieOidcEnvironment = {
  TURNO_CIE_TRUST_ANCHOR: entity.optional(),
  TURNO_CIE_PROVIDER: entity.optional(),
  TURNO_CIE_CLIENT_ID: entity.optional(),
};

/** Logins with CIE over OpenID Connect federation (ADR 0041). */
export interface CieOidcSettings {
  /** entity identifiers in the federation */
  readonly trustAnchor: string;
  readonly provider: string;
  readonly clientId: string;
  /** The site itself is on this machine over plain HTTP, and so may the federation be: a desk for trials. */
  readonly plainHttp: boolean;
}

type Environment = { [Name in keyof typeof cieOidcEnvironment]?: string | undefined };

/** undefined where they are not set up; `fail` hears of what cannot be. */
export function cieOidcSettings(
  e: Environment,
  { publicUrl, fail }: { publicUrl: string; fail: (why: string) => never },
): CieOidcSettings | undefined {
  const { TURNO_CIE_TRUST_ANCHOR: trustAnchor, TURNO_CIE_PROVIDER: provider } = e;
  if (trustAnchor === undefined && provider === undefined) return undefined;
  if (trustAnchor === undefined || provider === undefined)
    return fail('TURNO_CIE_TRUST_ANCHOR and TURNO_CIE_PROVIDER are set together, or not at all.');
  const clientId = e.TURNO_CIE_CLIENT_ID ?? publicUrl;
  if (new URL(clientId).origin !== new URL(publicUrl).origin)
    return fail('TURNO_CIE_CLIENT_ID is an address of this site: others read there who we are.');
  const site = new URL(publicUrl);
  const plainHttp = site.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(site.hostname);
  for (const address of [trustAnchor, provider, clientId]) {
    if (!plainHttp && !address.startsWith('https://')) return fail(`${address} is not an https address.`);
  }
  return { trustAnchor, provider, clientId, plainHttp };
}
