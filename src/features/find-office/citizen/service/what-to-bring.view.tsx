import { type Language, type LocalParagraphs, localParagraphs } from '#platform/language.ts';
import {
  asOffered,
  documentsInWords,
  feeInWords,
  type Offering,
  type Office,
  type Service,
} from '#features/offices/index.ts';
import { Fold } from '#ui/fold.tsx';
import { LocalWords } from '../office/local-words.view.tsx';
import { factsChosen, type VisitChoices } from './visit-choices.ts';
import { VisitChoicesForm } from './visit-choices.view.tsx';
import { visitChoicesTexts } from './visit-choices.text.ts';
import { serviceTexts } from './service.text.ts';

interface Props {
  language: Language;
  office: Office;
  service: Service;
  offering: Offering | undefined;
  /** what the reader has said of their case */
  choices: VisitChoices;
  party: number;
}

/** Documents with their conditions, what it costs, and the instructions: the office's own first. */
export function WhatToBring({ language, office, service, offering, choices, party }: Props) {
  const t = serviceTexts.for(language);
  const offered = asOffered(service, offering);
  const documents = offered.documents[office.kind] ?? [];
  const fee = offered.fee?.[office.kind];
  const isChosen = Object.keys(choices).length > 0;
  const facts = factsChosen(choices);
  const shown = documentsInWords(offered, { kind: office.kind, language, visitors: [{ facts }] });
  const people = offering?.fees ? Math.max(party, 1) : 1;
  const fees = offering?.fees ? feeInWords(offering.fees, { reason: facts.reason ?? null, people, language }) : [];
  const own = localParagraphs(offering?.instructions, language);
  const national = localParagraphs(service.instructions[office.kind], language);
  return (
    <>
      <section aria-labelledby="documents">
        <h2 id="documents">{t('documents')}</h2>
        {documents.length === 0 && <p>{t('noDocuments')}</p>}
        {offering?.bookable && (
          <VisitChoicesForm
            language={language}
            documents={documents}
            reasons={offering.reasons}
            choices={choices}
            party={party}
          />
        )}
        <ul>
          {shown.map((document) => (
            <li key={document}>{document}</li>
          ))}
        </ul>
        {isChosen && <p class="t-hint">{visitChoicesTexts.for(language)('listForCase')}</p>}
      </section>
      {fees.length > 0 ? (
        <section aria-labelledby="fee">
          <h2 id="fee">{t('fee')}</h2>
          {fees.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      ) : (
        fee && (
          <section aria-labelledby="fee">
            <h2 id="fee">{t('fee')}</h2>
            <p>
              <LocalWords language={language} text={fee} />
            </p>
          </section>
        )
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
