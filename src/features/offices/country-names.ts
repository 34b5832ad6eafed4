/** Languages of those who look for an office; the country's own comes with its code. */
const languages = ['it', 'en', 'de', 'fr', 'es', 'pt', 'sl'];

/** The names of a country (ISO 3166-1 alpha-2) in these languages and in its own. */
export function countryNames(code: string): string[] {
  const own = new Intl.Locale(`und-${code}`).maximize().language;
  return [...new Set([...languages, own].map((language) => nameIn(language, code)))].filter((name) => name !== code);
}

const names = new Map<string, Intl.DisplayNames>();

function nameIn(language: string, code: string): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  names.set(language, known);
  return known.of(code) ?? code;
}
