import type { Offering } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { spanWords } from '#platform/spans.ts';
import { completionRuleTexts } from './completion.text.ts';
import type { RuleInWords } from './rules-in-words.ts';

/** What may follow a booking, in words. */
export function completionInWords(offering: Offering, language: Language): RuleInWords[] {
  const t = completionRuleTexts.for(language);
  const { photo, delivery, delegate, completionCutoffHours: hours } = offering;
  const isChosen = delivery !== 'none';
  return [
    { key: t('photo'), value: t(`photo-${photo}`) },
    { key: t('delivery'), value: t(`delivery-${delivery}`) },
    ...(isChosen ? [{ key: t('modes'), value: offering.deliveryModes.map((mode) => t(mode)).join('; ') }] : []),
    ...(isChosen ? [{ key: t('delegateKey'), value: t(delegate ? 'yes' : 'no') }] : []),
    ...(photo === 'none' && !isChosen
      ? []
      : [
          {
            key: t('cutoffKey'),
            value: hours === 0 ? t('untilStart') : t('until', { span: spanWords(hours * 60, language) }),
          },
        ]),
  ];
}
