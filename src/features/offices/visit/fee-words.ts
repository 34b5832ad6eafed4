import { type Language, localText } from '#platform/language.ts';
import { euros } from '#platform/money.ts';
import { defineTexts } from '#platform/texts.ts';
import { type Fees, type Price, pricesFor } from './fees.rules.ts';

const texts = defineTexts('offices/fees', {
  it: {
    each: '{total} ({state} allo Stato e {rights} al comune)',
    eachOf: '{total} per {people} persone: {each} ciascuna ({state} allo Stato e {rights} al comune)',
    duplicate: 'Duplicato, per furto, smarrimento o deterioramento: {price}',
    other: 'Primo rilascio o rinnovo: {price}',
  },
  en: {
    each: '{total} ({state} to the State and {rights} to the municipality)',
    eachOf: '{total} for {people} people: {each} each ({state} to the State and {rights} to the municipality)',
    duplicate: 'Duplicate, after theft, loss or damage: {price}',
    other: 'First card or renewal: {price}',
  },
});

/** What it costs and how to pay, a sentence each. */
export function feeInWords(
  fees: Fees,
  { reason, people, language }: { reason: string | null; people: number; language: Language },
): string[] {
  const t = texts.for(language);
  const prices = pricesFor(fees, { reason, people });
  const lines = prices.map(({ duplicate, price }) => {
    const words = priceInWords(price, people, language);
    if (prices.length === 1 && !duplicate) return words;
    return t(duplicate ? 'duplicate' : 'other', { price: words });
  });
  return [...lines, ...(fees.payment ? [localText(fees.payment, language)] : [])];
}

function priceInWords(price: Price, people: number, language: Language): string {
  const t = texts.for(language);
  const words = {
    total: euros(price.totalCents, language),
    each: euros(price.eachCents, language),
    state: euros(price.stateCents, language),
    rights: euros(price.rightsCents, language),
  };
  return people > 1 ? t('eachOf', { ...words, people }) : t('each', words);
}
