import { type Language, type LocalText, localText } from '#platform/language.ts';

/** An office's own text in the reader's language, and below it in the further languages the office wrote it in. */
export function LocalWords({ language, text }: { language: Language; text: LocalText }) {
  const further = Object.entries(text).filter(([code]) => code !== 'it' && code !== 'en');
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
