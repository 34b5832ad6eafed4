import { defineTexts } from '#platform/texts.ts';

/** What somebody says of their photo, as the office reads it. */
export const saidTexts = defineTexts('booking/photo-said', {
  it: {
    title: 'Che cosa dice chi l’ha mandata',
    keeps: 'La tiene anche se i controlli dicono di no: {why}.',
    'like-this': 'il viso è così',
    health: 'per salute non può fare diversamente',
    'no-better': 'non riesce a farne una migliore',
    'checks-wrong': 'secondo la persona i controlli sbagliano',
    other: 'un altro motivo',
    covered: 'Capo coperto per religione o salute.',
    recent: 'Dichiara che la foto è degli ultimi sei mesi.',
    untouched: 'Dichiara che non è ritoccata.',
    ears: 'Dichiara che si vedono i lobi delle orecchie.',
  },
  en: {
    title: 'What its sender says of it',
    keeps: 'They keep it although the checks say no: {why}.',
    'like-this': 'the face is like this',
    health: 'for their health they cannot do otherwise',
    'no-better': 'they do not manage to take a better one',
    'checks-wrong': 'they think that the checks are wrong',
    other: 'another reason',
    covered: 'Head covered for religion or health.',
    recent: 'They declare that the photo is of the last six months.',
    untouched: 'They declare that it is not retouched.',
    ears: 'They declare that the ear lobes can be seen.',
  },
});
