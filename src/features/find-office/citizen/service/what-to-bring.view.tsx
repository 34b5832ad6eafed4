import { type Language, type LocalParagraphs, localParagraphs, localText } from '#platform/language.ts';
import { asOffered, type Offering, type Office, type Service } from '#features/offices/index.ts';
import { Fold } from '#ui/fold.tsx';
import { LocalWords } from '../office/local-words.view.tsx';
import { serviceTexts } from './service.text.ts';

interface Props {
  language: Language;
  office: Office;
  service: Service;
  offering: Offering | undefined;
}

/** Documents with their conditions, what it costs, and the instructions: the office's own first. */
export function WhatToBring({ language, office, service, offering }: Props) {
  const t = serviceTexts.for(language);
  const offered = asOffered(service, offering);
  const documents = offered.documents[office.kind] ?? [];
  const fee = offered.fee?.[office.kind];
  const own = localParagraphs(offering?.instructions, language);
  const national = localParagraphs(service.instructions[office.kind], language);
  return (
    <>
      <section aria-labelledby="documents">
        <h2 id="documents">{t('documents')}</h2>
        {documents.length === 0 && <p>{t('noDocuments')}</p>}
        <ul>
          {documents.map(({ text, when }) => (
            <li key={text.it}>
              {localText(text, language)}
              {when && <span class="t-muted">, {localText(when, language)}</span>}
            </li>
          ))}
        </ul>
      </section>
      {fee && (
        <section aria-labelledby="fee">
          <h2 id="fee">{t('fee')}</h2>
          <p>
            <LocalWords language={language} text={fee} />
          </p>
        </section>
      )}
      {(own.length > 0 || national.length > 0) && (
        <Fold id="instructions" title={t('instructions')} about={t('instructionsAbout')}>
          {own.length > 0 && <h3>{t('ofOffice')}</h3>}
          {own.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {further(offering?.instructions, language).map(([code, texts]) => (
            <div key={code} lang={code}>
              {texts.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          ))}
          {national.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Fold>
      )}
    </>
  );
}

/** What the office wrote in the further languages it speaks, but for the one that is read already. */
function further(text: LocalParagraphs | null | undefined, language: Language): [string, readonly string[]][] {
  return Object.entries(text ?? {}).filter(([code]) => code !== 'it' && code !== 'en' && code !== language);
}
