import type { Language } from '#platform/language.ts';
import { Checklist } from '#ui/ticket.tsx';
import { visitTexts } from './visit.text.ts';
import type { Papers } from './what-to-bring.ts';

/** What to bring, to know and to pay, each with its heading where there is anything. */
export function PapersToBring({ language, papers }: { language: Language; papers: Papers }) {
  const t = visitTexts.for(language);
  const { documents, toKnow, fee } = papers;
  return (
    <>
      {documents.length > 0 && (
        <section>
          <h2>{t('documents')}</h2>
          <Checklist items={documents} />
        </section>
      )}
      {toKnow.length > 0 && (
        <section>
          <h2>{t('toKnow')}</h2>
          <ul>
            {toKnow.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {fee.length > 0 && (
        <section>
          <h2>{t('fee')}</h2>
          {fee.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
    </>
  );
}
