import { type Language, localeOf } from './language.ts';

/** `22,21 €`, as a language writes it; from whole cents, so that nothing is rounded. */
export function euros(cents: number, language: Language): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' });
  return format.format(cents / 100);
}

/** An amount as people type it, `5,42`, `5.42 €` or `5`, in cents; undefined when it is none. */
export function readEuros(typed: string): number | undefined {
  const [, whole = '', , cents = ''] = /^(\d{1,5})([.,](\d{2}))?$/.exec(typed.replaceAll(/[\s€]/g, '')) ?? [];
  return whole === '' ? undefined : Number(whole) * 100 + Number(cents);
}

/** As a field shows it: `5,42`. */
export function typedEuros(cents: number, language: Language): string {
  const format = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2, useGrouping: false });
  return format.format(cents / 100);
}
