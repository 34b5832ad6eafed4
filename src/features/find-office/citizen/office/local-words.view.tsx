import { isLanguage, type Language, type LocalText, localText } from '#platform/language.ts';

/** An office's own text in the reader's language, and below it in those it was written in that the site does not speak. */
export function LocalWords({ language, text }: { language: Language; text: LocalText }) {
  const further = Object.entries(text).filter(([code]) => !isLanguage(code));
  return (
    <>
      <span class="t-lines">{localText(text, language)}</span>
      {further.map(([code, words]) => (
        <span key={code} lang={code} class="t-lines d-block mt-2">
          {words}
        </span>
      ))}
    </>
  );
}
