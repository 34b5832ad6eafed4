/** Where registered mail goes. */
export interface PostalAddress {
  /** the name on the bell, where it is not the person's own */
  readonly careOf?: string | undefined;
  readonly street: string;
  /** empty where a country has none */
  readonly postalCode: string;
  readonly city: string;
  /** the two letters of an Italian province; a state or region abroad */
  readonly province?: string | undefined;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
}

export type AddressField = keyof PostalAddress;
export type SentAddress = Partial<Record<AddressField, string | undefined>>;

export type AddressFault = {
  readonly field: 'address' | `address.${AddressField}`;
  readonly reason:
    | 'required'
    | 'too-long'
    | 'invalid'
    | 'house-number'
    | 'cap'
    | 'province'
    | 'country'
    | 'only-italy'
    | 'only-abroad'
    | 'incomplete';
};

type Checked =
  | { ok: true; address: { address: string; postal?: PostalAddress } }
  | { ok: false; faults: readonly AddressFault[] };

const longest: Record<AddressField, number> = {
  careOf: 100,
  street: 120,
  postalCode: 12,
  city: 80,
  province: 60,
  country: 2,
};

const provinces = new Set(
  (
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR ' +
    'IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM ' +
    'RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV'
  ).split(' '),
);

/** Checks an address part by part: what the Italian post asks for in Italy, a street, a place and a country abroad. */
export function checkAddress(sent: SentAddress, allowed: { italy: boolean; abroad: boolean }): Checked {
  const faults: AddressFault[] = [];
  const tell = (field: AddressField, reason: AddressFault['reason']): void => {
    if (!faults.some((fault) => fault.field === `address.${field}`)) faults.push({ field: `address.${field}`, reason });
  };
  const read = (field: AddressField): string => {
    const text = (sent[field] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    if (text.length > longest[field]) tell(field, 'too-long');
    else if (/[\p{C}<>{}[\]\\^|]/u.test(text)) tell(field, 'invalid');
    return text;
  };
  const [careOf, street, city] = [read('careOf'), read('street'), read('city')];
  const country = (read('country') || 'IT').toUpperCase();
  const isItalian = country === 'IT';
  const postalCode = read('postalCode').toUpperCase();
  const province = isItalian ? read('province').toUpperCase() : read('province');
  if (!isCountry(country)) tell('country', 'country');
  else if (isItalian && !allowed.italy) tell('country', 'only-abroad');
  else if (!isItalian && !allowed.abroad) tell('country', 'only-italy');
  if (street === '') tell('street', 'required');
  else if (!/\p{L}/u.test(street)) tell('street', 'invalid');
  else if (isItalian && !/\d|\bs\.?\s?n\.?\s?c\b/i.test(street)) tell('street', 'house-number');
  if (city === '') tell('city', 'required');
  else if (!/\p{L}/u.test(city)) tell('city', 'invalid');
  if (isItalian) {
    if (postalCode === '') tell('postalCode', 'required');
    else if (!/^\d{5}$/.test(postalCode) || postalCode === '00000') tell('postalCode', 'cap');
    if (province === '') tell('province', 'required');
    else if (!provinces.has(province)) tell('province', 'province');
  } else if (!/^[\p{L}\d -]*$/u.test(postalCode)) tell('postalCode', 'invalid');
  if (faults.length > 0) return { ok: false, faults };
  const postal = {
    ...(careOf !== '' && { careOf }),
    street,
    postalCode,
    city,
    ...(province !== '' && { province }),
    country,
  };
  return { ok: true, address: { address: inOneLine(postal), postal } };
}

/** An address that a program sends as one line: a street, a number and a place can be told, nothing more. */
export function checkAddressLine(sent: string): Checked {
  const address = sent.normalize('NFC').replace(/\s+/g, ' ').trim();
  const refuse = (reason: AddressFault['reason']): Checked => ({ ok: false, faults: [{ field: 'address', reason }] });
  if (address === '') return refuse('required');
  if (address.length > 300) return refuse('too-long');
  if (/[\p{C}<>{}[\]\\^|]/u.test(address)) return refuse('invalid');
  const words = address.match(/\p{L}{2,}/gu) ?? [];
  return words.length < 2 || !/\d/.test(address) ? refuse('incomplete') : { ok: true, address: { address } };
}

/** `Via Roma 1, 00184 Roma RM`; the country's code behind it when it is abroad. */
function inOneLine({ careOf, street, postalCode, city, province, country }: PostalAddress): string {
  const place = [postalCode, city, province].filter(Boolean).join(' ');
  return [careOf && `c/o ${careOf}`, street, place, country === 'IT' ? undefined : country].filter(Boolean).join(', ');
}

// Codes that name no country: groups of them, and those nobody has been given.
const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || noCountry.has(code)) return false;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
