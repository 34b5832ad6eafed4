import type { Language } from '#platform/language.ts';
import type { Texts } from '#platform/texts.ts';

/** The page's own words for a wrong field (`horizonDays.out-of-range`, `unknown-service`), where it has some. */
export function faultWords<Key extends string>(texts: Texts<Key>, language: Language, keys: readonly Key[]) {
  const t = texts.for(language);
  return (key: string): string | undefined => {
    const known = keys.find((one) => one === key);
    return known === undefined ? undefined : t(known);
  };
}
