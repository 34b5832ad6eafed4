import { defineTexts } from '#platform/texts.ts';

export const keptWorkTexts = defineTexts('identity/kept-work', {
  it: {
    title: 'Il lavoro lasciato a metà',
    lead: 'L’accesso si era chiuso mentre compilavi. Non è stato inviato nulla: riprendi da dove eri.',
    none: 'Non c’è niente lasciato a metà',
    noneWhy: 'Quello che era rimasto l’hai ripreso, o è passato troppo tempo.',
    form: 'Un modulo della sede',
    keptAt: 'Lasciato alle {time}',
    resume: 'Riprendi il modulo',
    resumeOf: 'Riprendi: {title}',
    drop: 'Butta via',
    dropOf: 'Butta via: {title}',
    goOn: 'Continua senza riprendere',
    dropped: 'Fatto: non lo teniamo più.',
  },
  en: {
    title: 'Work left half done',
    lead: 'The login ended while you were filling in a form. Nothing was sent: go on from where you were.',
    none: 'Nothing is left half done',
    noneWhy: 'What was left you have taken up again, or too much time has passed.',
    form: 'A form of the office',
    keptAt: 'Left at {time}',
    resume: 'Take the form up again',
    resumeOf: 'Take up again: {title}',
    drop: 'Throw away',
    dropOf: 'Throw away: {title}',
    goOn: 'Go on without it',
    dropped: 'Done: we no longer keep it.',
  },
});
