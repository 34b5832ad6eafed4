import { describe, expect, it } from 'vitest';
import { readCatalogue } from './import-services.ts';

describe('the national catalogue', () => {
  const catalogue = readCatalogue();

  it('gives every kind of office that offers a service its own instructions, documents and fee', () => {
    for (const entry of catalogue) {
      for (const part of [entry.instructions, entry.documents, entry.fee]) {
        expect(Object.keys(part).sort(), entry.code).toEqual([...entry.kinds].sort());
      }
    }
  });

  it('says the same in both languages, paragraph by paragraph', () => {
    for (const entry of catalogue) {
      for (const texts of Object.values(entry.instructions)) expect(texts.it.length, entry.code).toBe(texts.en.length);
    }
  });

  it('has different instructions for the identity card at a consulate and at a town hall', () => {
    const card = catalogue.find((entry) => entry.code === 'cie');
    expect(card?.kinds).toEqual(['consular', 'municipal']);
    expect(card?.instructions.consular?.it).not.toEqual(card?.instructions.municipal?.it);
  });

  it('orders the entries without ties', () => {
    expect(new Set(catalogue.map((entry) => entry.position)).size).toBe(catalogue.length);
  });
});
