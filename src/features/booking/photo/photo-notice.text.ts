import { defineTexts } from '#platform/texts.ts';

export const photoNoticeTexts = defineTexts('booking/photo-notice', {
  it: {
    changed: 'Nel frattempo la foto è cambiata',
    'changed-about': 'Non abbiamo fatto niente. Guarda quella che c’è adesso, poi scegli di nuovo.',
    gone: 'Quella foto non c’è più',
    'gone-about': 'È stata tolta, o erano passate 24 ore senza che fosse usata. Puoi mandarne un’altra.',
    closed: 'Adesso la foto non si può più cambiare',
    'closed-about': 'Non abbiamo fatto niente. In questa pagina vedi come stanno le cose.',
  },
  en: {
    changed: 'The photo has changed meanwhile',
    'changed-about': 'Nothing was done. Look at the one that is there now, then choose again.',
    gone: 'That photo is no longer there',
    'gone-about': 'It was removed, or 24 hours had passed without its being used. You can send another one.',
    closed: 'The photo can no longer be changed now',
    'closed-about': 'Nothing was done. This page shows how things stand.',
  },
});
