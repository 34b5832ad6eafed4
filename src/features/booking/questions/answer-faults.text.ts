import { type Language, localText } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { AnswerFault } from './check-answers.ts';

const answerFaultTexts = defineTexts('booking/answer-faults', {
  it: {
    required: 'Rispondi a «{question}».',
    'required-choice': 'Scegli una risposta per «{question}».',
    date: 'Scrivi una data che esiste, come 31/12/1980, in «{question}».',
    'too-long': 'La risposta a «{question}» è troppo lunga: al massimo {max, number} caratteri.',
    pattern: 'Controlla la risposta a «{question}»: non è scritta come serve alla sede.',
    'unknown-field': 'Per questo servizio non c’è una domanda con questo codice.',
  },
  en: {
    required: 'Answer “{question}”.',
    'required-choice': 'Choose an answer to “{question}”.',
    date: 'Write a date that exists, like 31/12/1980, in “{question}”.',
    'too-long': 'The answer to “{question}” is too long: at most {max, number} characters.',
    pattern: 'Check the answer to “{question}”: it is not written as the office needs it.',
    'unknown-field': 'This service has no question with this code.',
  },
});

/** What to do about an answer; in the office's own words where it has some. */
export function answerFaultWords({ reason, question }: AnswerFault, language: Language): string {
  if (reason === 'pattern' && question?.patternMessage) return localText(question.patternMessage, language);
  return answerFaultTexts.for(language)(reason, {
    question: question ? localText(question.label, language) : '',
    max: question?.maxLength ?? 0,
  });
}
