/** Languages an office may say it speaks; Italian is always one of them. */
export const spokenLanguages = [
  'en', 'de', 'fr', 'sl', 'es', 'pt', 'ar', 'bg', 'bn', 'cs', 'da', 'el', 'fa', 'fi', 'he', 'hi', 'hr', 'hu', 'ja',
  'ko', 'lld', 'nl', 'no', 'pl', 'ro', 'ru', 'sq', 'sr', 'sv', 'sw', 'tr', 'uk', 'ur', 'vi', 'zh',
] as const; // biome-ignore format: a list
