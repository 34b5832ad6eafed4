import { makeCodiceFiscale, type RoleName } from '#features/identity/index.ts';

/** One password for everybody in the demo: it is shown on its pages, and the demo never runs in production. */
export const demoPassword = 'prova-turno-2026';

export type DemoRole = 'citizen' | Exclude<RoleName, 'integration'>;

/** An invented person with an account in the demo. */
export interface DemoPerson {
  readonly role: DemoRole;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly birthPlace: string;
  readonly birthPlaceCode: string;
  readonly codiceFiscale: string | null;
  /** Code of the office the person belongs to or works at. */
  readonly office: string | null;
  readonly language: 'it' | 'en';
}

const roma = 'comune-h501-anagrafe';
const bolzano = 'comune-a952-anagrafe';
const london = 'cons-london';

/** In the order in which the pages show them. */
export const demoPeople: readonly DemoPerson[] = [
  person('citizen', 'Giulia Ferri', 'F', '1988-04-12', 'Roma H501', roma),
  person('citizen', 'Marco Bellandi', 'M', '1979-09-30', 'Milano F205', london),
  person('citizen', 'Chiara Sartori', 'F', '1995-01-08', 'Padova G224', london),
  person('citizen', 'Matteo Valeri', 'M', '2001-02-17', 'Roma H501', roma),
  person('citizen', 'Elena Kofler', 'F', '1990-11-03', 'Bolzano A952', bolzano),
  person('citizen', 'Luca Marchetti', 'M', '1966-07-21', 'Torino L219', 'cons-new-york-city'),
  person('citizen', 'Sofia Romani', 'F', '1992-06-25', 'Londra Z114', london, 'en'),
  person('citizen', 'Diego Moretti', 'M', '1985-12-05', 'Buenos Aires Z600', 'cons-buenos-aires'),
  person('citizen', 'Anna Bernardi', 'F', '1954-03-19', 'Napoli F839', 'cons-zurich'),
  person('citizen', 'Irene Pichler', 'F', '1993-05-14', 'Bolzano A952', bolzano),
  person('citizen', 'Lena Mair', 'F', '1982-01-27', 'Bolzano A952', bolzano),
  person('citizen', 'Jonas Gruber', 'M', '1996-10-02', 'Bolzano A952', bolzano),
  // Born abroad and never given a codice fiscale: a consular office books for her all the same.
  {
    ...person('citizen', 'Clara Benetti', 'F', '1998-10-14', 'Toronto Z401', 'cons-toronto', 'en'),
    codiceFiscale: null,
  },
  person('operator', 'Paola Neri', 'F', '1983-05-02', 'Firenze D612', london, 'it', 'operator.london'),
  person('planner-manager', 'Roberto Conti', 'M', '1971-08-28', 'Bologna A944', london, 'it', 'manager.london'),
  person('operator', 'Simone Galli', 'M', '1987-01-16', 'Roma H501', roma, 'it', 'operator.roma'),
  person('planner-manager', 'Laura Testa', 'F', '1975-12-09', 'Perugia G478', roma, 'it', 'manager.roma'),
  person('officer', 'Francesca Leone', 'F', '1984-03-27', 'Trieste L424', london, 'it', 'officer.london'),
  person('office-admin', 'Giorgio Bassi', 'M', '1968-10-15', 'Verona L781', london, 'it', 'referent.london'),
  person('operator', 'Nadia Costa', 'F', '1981-09-18', 'Napoli F839', 'cons-new-york-city', 'it', 'operator.newyork'),
  person('operator', 'Karl Moser', 'M', '1979-04-22', 'Bolzano A952', bolzano, 'it', 'operator.bolzano'),
  person('officer', 'Elisa Marin', 'F', '1979-07-04', 'Venezia L736', 'comune-f205-anagrafe', 'it', 'officer.milano'),
  person('helper', 'Teresa Fabbri', 'F', '1977-02-04', 'Bari A662', roma, 'it', 'helper.roma'),
  person('auditor', 'Ugo Santini', 'M', '1962-05-23', 'Ancona A271', null, 'it', 'auditor'),
  person('network-admin', 'Andrea Riva', 'M', '1980-06-11', 'Genova D969', null, 'it', 'admin'),
];

function person(
  role: DemoRole,
  name: string,
  sex: 'F' | 'M',
  born: string,
  place: string,
  office: string | null,
  language: 'it' | 'en' = 'it',
  mailbox = name.toLowerCase().replace(' ', '.'),
): DemoPerson {
  const [givenName = '', familyName = ''] = name.split(' ');
  const birthPlace = place.slice(0, -5);
  const birthPlaceCode = place.slice(-4);
  const birthDate = Temporal.PlainDate.from(born);
  const codiceFiscale = makeCodiceFiscale({ givenName, familyName, birthDate, sex, birthPlaceCode });
  const email = `${mailbox}@demo.example`;
  return { role, email, givenName, familyName, birthDate, birthPlace, birthPlaceCode, codiceFiscale, office, language };
}
