import { reasonName } from '#features/booking/index.ts';
import { type Offering, priceOf, whenInWords } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { euros } from '#platform/money.ts';
import { documentsTexts } from './documents.text.ts';
import type { RuleInWords } from './rules-in-words.ts';
import { visitRuleTexts } from './visit.text.ts';

/** Each document with the case it is for. */
export function documentWords({ documents }: Offering, language: Language): RuleInWords[] {
  const t = documentsTexts.for(language);
  if (documents === null) return [{ key: t('which'), value: t('nationalList') }];
  return documents.map((document, place) => {
    const when = whenInWords(document, language);
    const text = localText(document.text, language);
    return { key: t('document', { number: place + 1 }), value: when === '' ? text : `${text}, ${when}` };
  });
}

/** Reasons, renewal, fees and the limit of an account. */
export function visitWords(offering: Offering, language: Language): RuleInWords[] {
  const t = visitRuleTexts.for(language);
  const { reasons, reasonOptional, reasonTexts, renewalDays, liveLimit } = offering;
  const beside = Object.entries(reasonTexts).map(
    ([code, text]) => `${reasonName(code, language)}: ${localText(text, language)}`,
  );
  return [
    { key: t('reasons'), value: reasons.length === 0 ? t('notAsked') : t(reasonOptional ? 'maySay' : 'mustSay') },
    { key: t('reasonTexts'), value: beside.length === 0 ? t('none') : beside.join('; ') },
    { key: t('renewalDays'), value: renewalDays === null ? t('notAsked') : t('renewalWords', { days: renewalDays }) },
    { key: t('fees'), value: feeWords(offering, language) },
    { key: t('payment'), value: offering.fees?.payment ? localText(offering.fees.payment, language) : t('notSaid') },
    { key: t('liveLimit'), value: liveLimit === null ? t('noLimit') : String(liveLimit) },
  ];
}

function feeWords({ fees }: Offering, language: Language): string {
  const t = visitRuleTexts.for(language);
  if (fees === null) return t('asText');
  const price = (duplicate: boolean) => euros(priceOf(fees, { duplicate, people: 1 }).totalCents, language);
  return fees.duplicateCents === null ? price(false) : t('feeWords', { first: price(false), duplicate: price(true) });
}
