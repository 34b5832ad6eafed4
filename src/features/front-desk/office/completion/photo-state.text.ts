import { defineTexts } from '#platform/texts.ts';

/** How a photo stands with the office. */
export const photoStateTexts = defineTexts('front-desk/photo-state', {
  it: {
    toLookAt: '{count, plural, one {Foto da guardare} other {# foto da guardare}}',
    asked: '{count, plural, one {Chiesta un’altra foto} other {Chieste altre # foto}}',
    accepted: '{count, plural, one {Foto accettata} other {Foto accettate}}',
    look: 'Guarda e decidi',
    see: 'Vedi la decisione',
  },
  en: {
    toLookAt: '{count, plural, one {Photo to look at} other {# photos to look at}}',
    asked: '{count, plural, one {Another photo asked for} other {# other photos asked for}}',
    accepted: '{count, plural, one {Photo accepted} other {Photos accepted}}',
    look: 'Look and decide',
    see: 'See the decision',
  },
});
