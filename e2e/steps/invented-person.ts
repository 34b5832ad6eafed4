import { makeCodiceFiscale } from '#features/identity/index.ts';

export interface InventedPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** `31/12/1980`, as people type it. */
  readonly birthDate: string;
  readonly codiceFiscale: string;
  readonly email: string;
}

export const password = 'una frase che ricordo';

/** Somebody nobody has met, so that no booking of another journey stands in their way. */
export function inventPerson(givenName = 'Ada'): InventedPerson {
  const familyName = `Prova${letters(6)}`;
  const birthDate = Temporal.PlainDate.from('1960-01-01').add({ days: Math.floor(Math.random() * 14_000) });
  const { day, month, year } = birthDate;
  return {
    givenName,
    familyName,
    birthDate: `${twoDigits(day)}/${twoDigits(month)}/${year}`,
    codiceFiscale: makeCodiceFiscale({ givenName, familyName, birthDate, sex: 'F', birthPlaceCode: 'Z114' }),
    email: `${givenName}.${familyName}@prova.example`.toLowerCase(),
  };
}

function letters(count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
