import type { ProvedWho } from '../saml-login/federation.ts';

/**
 * Who the attributes of SPID speak of. People of other countries have no codice fiscale: the European node's identifier
 * stands in its place. Undefined when there is none of the two as it should be.
 */
export function spidPerson(
  attributes: ReadonlyMap<string, string>,
  { eidas }: { eidas: boolean },
): ProvedWho | undefined {
  const codiceFiscale = eidas ? null : codiceFiscaleOf(attributes.get('fiscalNumber'));
  const subject = eidas ? attributes.get('spidCode') : codiceFiscale;
  if (!subject) return undefined;
  return {
    subject,
    person: {
      givenName: attributes.get('name') ?? '',
      familyName: attributes.get('familyName') ?? '',
      birthDate: dateOf(attributes.get('dateOfBirth')),
      codiceFiscale,
      email: attributes.get('email') ?? null,
      phone: attributes.get('mobilePhone') ?? null,
    },
  };
}

/** `TINIT-` and sixteen letters and digits, or eleven digits for a provisional one. */
export function codiceFiscaleOf(text: string | undefined): string | null {
  return /^(?:TINIT-)?([A-Z0-9]{16}|\d{11})$/.exec(text?.toUpperCase() ?? '')?.[1] ?? null;
}

export function dateOf(text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
