import type { SamlProfile } from '../saml/profile.ts';
import { element } from '../saml/write-xml.ts';

/** All that the card says of a person; its server gives nothing else. */
const minimumDataset = ['name', 'familyName', 'dateOfBirth', 'fiscalNumber'] as const;

/**
 * "Entra con CIE" over SAML, by the technical manual of the Ministry of the Interior. It looks like SPID and is not: its
 * server's issuers carry no Format, every login is forced anew, and organizations are described in words of its own.
 */
export const cieProfile: SamlProfile = {
  name: 'cie',
  paths: {
    login: '/auth/cie/login',
    acs: '/auth/cie/acs',
    logout: '/auth/cie/logout',
    metadata: '/auth/cie/metadata',
  },
  // At least what was asked: a card read by the telephone is of the highest level, whatever was asked.
  comparison: 'minimum',
  forceAuthnFrom: 1,
  levels: {
    1: 'https://www.spid.gov.it/SpidL1',
    2: 'https://www.spid.gov.it/SpidL2',
    3: 'https://www.spid.gov.it/SpidL3',
  },
  issuerFormat: { response: 'entity-or-absent', assertion: 'entity-or-absent' },
  nameQualifier: false,
  attributeSets: [
    { index: 0, name: 'Prenotazione di appuntamenti', attributes: minimumDataset, required: minimumDataset },
  ],
  metadata: {
    namespaces: { 'xmlns:cie': 'https://www.cartaidentita.interno.gov.it/saml-extensions' },
    serviceNameLanguage: '',
    contacts: ({ name, ipaCode, vatNumber, fiscalCode, municipality, email, phone }) => [
      element(
        'md:ContactPerson',
        { contactType: 'administrative' },
        element(
          'md:Extensions',
          {},
          element('cie:Public'),
          element('cie:IPACode', {}, ipaCode),
          vatNumber === undefined ? undefined : element('cie:VATNumber', {}, vatNumber),
          fiscalCode === undefined ? undefined : element('cie:FiscalCode', {}, fiscalCode),
          municipality === undefined ? undefined : element('cie:Municipality', {}, municipality),
        ),
        // To the letter as the name of the organization.
        element('md:Company', {}, name),
        element('md:EmailAddress', {}, email),
        phone === undefined ? undefined : element('md:TelephoneNumber', {}, phone),
      ),
    ],
  },
};
