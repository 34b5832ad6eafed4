import type { SamlProfile } from '../saml/profile.ts';
import { element } from '../saml/write-xml.ts';

/** What the European node says of people from other countries instead of a codice fiscale. */
const eidasAttributes = ['spidCode', 'name', 'familyName', 'dateOfBirth'] as const;

/** The number of the set that people of other countries are asked for. */
export const eidasSet = 99;

/** SPID, by AgID's technical rules and notices 29 and following. */
export const spidProfile: SamlProfile = {
  name: 'spid',
  paths: {
    login: '/auth/spid/login',
    acs: '/auth/spid/acs',
    logout: '/auth/spid/logout',
    metadata: '/auth/spid/metadata',
  },
  comparison: 'minimum',
  forceAuthnFrom: 2,
  levels: {
    1: 'https://www.spid.gov.it/SpidL1',
    2: 'https://www.spid.gov.it/SpidL2',
    3: 'https://www.spid.gov.it/SpidL3',
  },
  issuerFormat: { response: 'entity-or-absent', assertion: 'entity' },
  nameQualifier: true,
  attributeSets: [
    {
      index: 0,
      name: 'Prenotazione di appuntamenti',
      attributes: ['name', 'familyName', 'fiscalNumber', 'email', 'mobilePhone', 'dateOfBirth'],
      required: ['name', 'familyName', 'fiscalNumber'],
    },
    {
      index: eidasSet,
      name: 'eIDAS Natural Person Minimum Attribute Set',
      attributes: eidasAttributes,
      required: eidasAttributes,
    },
    {
      index: 100,
      name: 'eIDAS Natural Person Full Attribute Set',
      attributes: [...eidasAttributes, 'placeOfBirth', 'address', 'gender'],
      required: eidasAttributes,
    },
  ],
  metadata: {
    serviceNameLanguage: 'it',
    namespaces: { 'xmlns:spid': 'https://spid.gov.it/saml-extensions' },
    contacts: ({ ipaCode, vatNumber, fiscalCode, email, phone }) => [
      element(
        'md:ContactPerson',
        { contactType: 'other' },
        element(
          'md:Extensions',
          {},
          element('spid:IPACode', {}, ipaCode),
          vatNumber === undefined ? undefined : element('spid:VATNumber', {}, vatNumber),
          fiscalCode === undefined ? undefined : element('spid:FiscalCode', {}, fiscalCode),
          element('spid:Public'),
        ),
        element('md:EmailAddress', {}, email),
        phone === undefined ? undefined : element('md:TelephoneNumber', {}, phone),
      ),
    ],
  },
};
