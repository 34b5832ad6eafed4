import { makeCodiceFiscale } from '#features/identity/index.ts';

const women =
  'Alessia Alice Anna Arianna Aurora Beatrice Camilla Caterina Chiara Claudia Elena Eleonora Elisa Federica Francesca Gaia Ginevra Giorgia Giulia Ilaria Irene Laura Lucia Margherita Maria Marta Martina Noemi Paola Sara Serena Silvia Sofia Teresa Valentina Vittoria'.split(
    ' ',
  );
const men =
  'Alessandro Andrea Antonio Carlo Davide Diego Edoardo Emanuele Enrico Fabio Federico Filippo Francesco Gabriele Giacomo Giovanni Giulio Giuseppe Leonardo Lorenzo Luca Marco Matteo Mattia Michele Nicola Paolo Pietro Riccardo Roberto Salvatore Samuele Simone Stefano Tommaso Vincenzo'.split(
    ' ',
  );
const families =
  'Abate Albanese Amato Aresu Baldi Barbieri Basile Battaglia Bellini Benedetti Bianco Bruno Caputo Carbone Caruso Cattaneo Colombo Conte Coppola Costa Damico Deluca Donati Esposito Fabbri Farina Ferrara Fontana Gallo Gatti Gentile Giordano Grassi Greco Grosso Guerra Leone Lombardi Longo Mancini Marini Marino Martini Messina Monti Morelli Negri Orlando Pagano Palmieri Parisi Pellegrini Piras Poli Ricci Rinaldi Rizzo Romeo Rossetti Ruggiero Russo Sala Sanna Santoro Serra Silvestri Sorrentino Testi Valentini Villa Vitale Zanetti'.split(
    ' ',
  );
/** Cadastral codes of towns where the invented are born. */
const places: readonly (readonly [name: string, code: string])[] = [
  ['Roma', 'H501'],
  ['Milano', 'F205'],
  ['Napoli', 'F839'],
  ['Torino', 'L219'],
  ['Palermo', 'G273'],
  ['Genova', 'D969'],
  ['Bologna', 'A944'],
  ['Firenze', 'D612'],
  ['Bari', 'A662'],
  ['Catania', 'C351'],
  ['Venezia', 'L736'],
  ['Verona', 'L781'],
  ['Messina', 'F158'],
  ['Padova', 'G224'],
  ['Trieste', 'L424'],
  ['Brescia', 'B157'],
  ['Parma', 'G337'],
  ['Modena', 'F257'],
  ['Perugia', 'G478'],
  ['Cagliari', 'B354'],
];
const firstBirth = Temporal.PlainDate.from('1940-01-01');
const birthDays = 24_000;

export interface InventedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly birthPlace: string;
  readonly codiceFiscale: string;
}

/**
 * The n-th invented adult, always the same one. No two share day and place of birth up to 480,000, so that no two share
 * a codice fiscale.
 */
export function inventedPerson(n: number): InventedPerson {
  const sex = n % 2 === 0 ? 'F' : 'M';
  const givenName = pick(sex === 'F' ? women : men, n * 7);
  const familyName = pick(families, n * 31 + Math.floor(n / families.length));
  // 10007 has no factor in common with the number of days: n and n + 1 are born far apart, and no day comes twice early.
  const birthDate = firstBirth.add({ days: (n * 10_007) % birthDays });
  const [birthPlace, birthPlaceCode] = pick(places, n + Math.floor(n / birthDays));
  const codiceFiscale = makeCodiceFiscale({ givenName, familyName, birthDate, sex, birthPlaceCode });
  return { givenName, familyName, birthDate, birthPlace, codiceFiscale };
}

function pick<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}
