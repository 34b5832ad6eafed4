import { defineTexts } from '#platform/texts.ts';

export const importedNoteTexts = defineTexts('front-desk/imported-note', {
  it: {
    source: 'Da: {source}',
    code: 'Codice di prima: {code}',
    beyond: 'Il posto è in più: a quell’ora erano già tutti presi',
    outside: 'L’ora è fuori dagli orari di apertura',
    wrongCodes:
      '{count, plural, one {Un codice fiscale è sbagliato: controllalo} other {# codici fiscali sono sbagliati: controllali}}',
  },
  en: {
    source: 'From: {source}',
    code: 'Earlier code: {code}',
    beyond: 'The seat is an extra one: all seats of that time were taken',
    outside: 'The time is outside opening hours',
    wrongCodes:
      '{count, plural, one {One codice fiscale is wrong: check it} other {# codici fiscali are wrong: check them}}',
  },
});
