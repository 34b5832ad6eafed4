import { defineTexts } from '#platform/texts.ts';

/** Titles of what keeps a municipality's answer from being taken. */
export const clearanceProblemTexts = defineTexts('front-desk/clearance-problems', {
  it: {
    'already-answered': 'A questa richiesta è già stato risposto',
    over: 'La prenotazione non aspetta più una risposta',
  },
  en: {
    'already-answered': 'This request has been answered already',
    over: 'The booking does not wait for an answer any more',
  },
});
