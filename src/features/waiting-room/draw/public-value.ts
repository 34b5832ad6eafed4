import type { ValueForm } from '../tables.ts';

/**
 * The one spelling of a public value, or undefined where what was typed is none. Whoever could choose among spellings of
 * one outcome could choose among orders, so each outcome has one: numbers ascend, nothing leads, nothing else is kept.
 */
export function readPublicValue(form: ValueForm, typed: string): string | undefined {
  switch (form.kind) {
    case 'numbers': {
      const numbers = (typed.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
      const isGood =
        /^[\d\s,;./–-]*$/u.test(typed) &&
        numbers.length === form.count &&
        new Set(numbers).size === form.count &&
        numbers.every((number) => number >= 1 && number <= form.highest);
      return isGood ? numbers.join('-') : undefined;
    }
    case 'digits': {
      const digits = typed.replaceAll(/[\s.,]/gu, '');
      return digits.length === form.length && /^\d+$/.test(digits) ? digits : undefined;
    }
    case 'hex': {
      const digits = typed.replaceAll(/\s/gu, '').toLowerCase().replace(/^0x/, '');
      return digits.length === form.length && /^[0-9a-f]+$/.test(digits) ? digits : undefined;
    }
  }
}

/** Whether it is spelled in the one way. */
export const isSpelled = (form: ValueForm, value: string): boolean => readPublicValue(form, value) === value;

/**
 * How many outcomes there are, as a power of two. With few, who knows the seed could try all of them for every list they
 * could still bring about, and choose the list that is best for them on the whole.
 */
export function bitsOf(form: ValueForm): number {
  switch (form.kind) {
    case 'digits':
      return form.length * Math.log2(10);
    case 'hex':
      return form.length * 4;
    case 'numbers': {
      let bits = 0;
      for (let at = 0; at < form.count; at += 1) bits += Math.log2((form.highest - at) / (at + 1));
      return bits;
    }
  }
}

/** Five numbers of ninety have 25. */
export const leastBits = 24;
