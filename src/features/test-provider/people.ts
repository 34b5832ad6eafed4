import { demoPeople } from '#features/demo/index.ts';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import type { ProfileName } from './profiles.ts';

/** An invented person as the test provider knows them. */
export interface IdentityHolder {
  /** in forms and rows */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly birthPlaceCode: string;
  /** null: somebody of another country */
  readonly codiceFiscale: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** of SPID, or of another country's electronic identity */
  readonly code: string;
  /** who they are in the demo */
  readonly group: 'citizen' | 'works' | 'new' | 'abroad';
}

const ofTheDemo: readonly IdentityHolder[] = demoPeople
  .filter(({ codiceFiscale }) => codiceFiscale !== null)
  .map((person, index) => ({
    key: person.email.replace(/@.*$/, ''),
    givenName: person.givenName,
    familyName: person.familyName,
    birthDate: person.birthDate,
    birthPlaceCode: person.birthPlaceCode,
    codiceFiscale: person.codiceFiscale,
    email: person.email,
    phone: inventedPhone(index),
    code: spidCode(index),
    group: person.role === 'citizen' ? 'citizen' : 'works',
  }));

/** With a SPID identity and no account here yet; one whose provider tells no e-mail. */
const newcomers: readonly IdentityHolder[] = [
  newcomer('Valeria Antinori', 'F', '1986-02-19', 'L736', 'valeria.antinori@demo.example', 80),
  newcomer('Bruno Tessari', 'M', '1958-11-02', 'G224', null, 81),
];

const fromAbroad: readonly IdentityHolder[] = [
  foreigner('Lena Hoffmann', '1991-03-08', 'Z112', 'DE'),
  foreigner('Pierre Lambert', '1974-12-21', 'Z110', 'FR'),
];

/** Who has an identity of this kind, in the order in which they are shown. */
export function holdersOf(profile: ProfileName): readonly IdentityHolder[] {
  return profile === 'eidas' ? fromAbroad : [...ofTheDemo, ...newcomers];
}

export function holderNamed(profile: ProfileName, key: string): IdentityHolder | undefined {
  return holdersOf(profile).find((holder) => holder.key === key);
}

/** The value of an attribute of the federation's list, and its type; undefined where the person has none. */
export function attributeValue(holder: IdentityHolder, name: string): { type: string; value: string } | undefined {
  const text = (value: string | null) => (value === null ? undefined : { type: 'xs:string', value });
  switch (name) {
    case 'name':
      return text(holder.givenName);
    case 'familyName':
      return text(holder.familyName);
    case 'fiscalNumber':
      return text(holder.codiceFiscale && `TINIT-${holder.codiceFiscale}`);
    case 'dateOfBirth':
      return { type: 'xs:date', value: holder.birthDate.toString() };
    case 'placeOfBirth':
      return text(holder.birthPlaceCode);
    case 'email':
      return text(holder.email);
    case 'mobilePhone':
      return text(holder.phone);
    case 'spidCode':
    case 'personIdentifier':
      return text(holder.code);
    default:
      return undefined;
  }
}

function newcomer(
  name: string,
  sex: 'F' | 'M',
  born: string,
  birthPlaceCode: string,
  email: string | null,
  number: number,
): IdentityHolder {
  const [givenName = '', familyName = ''] = name.split(' ');
  const birthDate = Temporal.PlainDate.from(born);
  return {
    ...{ key: keyOf(name), givenName, familyName, birthDate, birthPlaceCode, email },
    codiceFiscale: makeCodiceFiscale({ givenName, familyName, birthDate, sex, birthPlaceCode }),
    phone: email === null ? null : inventedPhone(number),
    code: spidCode(number),
    group: 'new',
  };
}

function foreigner(name: string, born: string, birthPlaceCode: string, country: string): IdentityHolder {
  const [givenName = '', familyName = ''] = name.split(' ');
  const birthDate = Temporal.PlainDate.from(born);
  const code = `${country}/IT/${birthDate.toString().replaceAll('-', '')}${familyName.slice(0, 3).toUpperCase()}`;
  const nobody = { codiceFiscale: null, email: null, phone: null };
  return { key: keyOf(name), givenName, familyName, birthDate, birthPlaceCode, ...nobody, code, group: 'abroad' };
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(' ', '.');
}

function inventedPhone(index: number): string {
  return `+393000000${String(index).padStart(3, '0')}`;
}

function spidCode(index: number): string {
  return `TEST${String(index).padStart(10, '0')}`;
}
