import type { CompletionRules } from '#features/offices/index.ts';
import { withArticle } from '#platform/dates.ts';
import { type Language, localeOf } from '#platform/language.ts';
import type { Delegate, Delivery } from './delivery.rules.ts';
import { deliveryTexts } from './delivery.text.ts';

/** `Raccomandata a: Via dell’Esempio 1, 00184 Roma RM`; what happens where nothing was chosen. */
export function deliveryWords(delivery: Delivery | null, rules: CompletionRules, language: Language): string {
  const t = deliveryTexts.for(language);
  if (delivery === null) {
    const collects = rules.delivery === 'optional' && rules.deliveryModes.includes('office');
    return t(collects ? 'notChosenOffice' : 'notChosen');
  }
  return delivery.mode === 'office' ? t('atOffice') : t('byMail', { address: addressWords(delivery, language) });
}

export function delegateWords(
  { givenName, familyName, birthDate, codiceFiscale }: Delegate,
  language: Language,
): string {
  const t = deliveryTexts.for(language);
  const born = withArticle('il', Temporal.PlainDate.from(birthDate), language);
  const words = t('delegateIs', { name: `${givenName} ${familyName}`, born });
  return codiceFiscale === undefined ? words : `${words}, ${t('delegateCode', { code: codiceFiscale })}`;
}

function addressWords({ address = '', postal }: Delivery, language: Language): string {
  if (postal === undefined || postal.country === 'IT') return address;
  const country = new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(postal.country) ?? postal.country;
  return address.replace(/, [A-Z]{2}$/, `, ${country}`);
}
