import { defineTexts } from '#platform/texts.ts';

/** Titles of what keeps a decision about a photo from being taken, or taken back. */
export const photoProblemTexts = defineTexts('front-desk/photo-problems', {
  it: {
    'already-decided': 'Su questa foto qualcuno ha già deciso',
    'photo-changed': 'Intanto la persona ha mandato un’altra foto',
    'nothing-to-undo': 'Non c’è più nulla da annullare',
  },
  en: {
    'already-decided': 'Somebody has decided about this photo already',
    'photo-changed': 'Meanwhile the person has sent another photo',
    'nothing-to-undo': 'There is nothing left to take back',
  },
});
