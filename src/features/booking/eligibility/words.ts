import { withArticle } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import type { TextValues } from '#platform/texts.ts';
import { eligibilityTexts, type NoticeName, type RefusalReason } from './eligibility.text.ts';
import type { Told, Way } from './rule.ts';

export interface ToldInWords {
  readonly title: string;
  readonly about: string;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
}

/** What a rule says, in one language. `back` is the page that ways which lead back should lead back to. */
export function inWords(
  told: Told<RefusalReason | NoticeName>,
  { language, back }: { language: Language; back?: string },
): ToldInWords {
  const t = eligibilityTexts.for(language);
  const values = valuesIn(told.values, language);
  return {
    title: t(told.name, values),
    about: t(`${told.name}-about`, values),
    ways: told.ways.map((way) => ({
      label: t(`way-${way.name}`, valuesIn(way.values ?? told.values, language)),
      href: hrefOf(way, back),
    })),
  };
}

function hrefOf({ href, query, returns }: Way, back: string | undefined): string {
  const asked = new URLSearchParams({ ...query, ...(returns && back !== undefined && { next: back }) }).toString();
  return asked === '' ? href : `${href}?${asked}`;
}

function valuesIn(values: Told<string>['values'], language: Language): TextValues {
  const words = (value: LocalText | Temporal.PlainDate | string | number) => {
    if (value instanceof Temporal.PlainDate) return withArticle('al', value, language);
    return typeof value === 'object' ? localText(value, language) : value;
  };
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, words(value)]));
}
