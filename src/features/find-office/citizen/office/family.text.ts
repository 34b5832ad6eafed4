import { defineTexts } from '#platform/texts.ts';

export const familyTexts = defineTexts('find-office/family', {
  it: {
    honorary: 'Consolato onorario',
    correspondent: 'Corrispondente consolare',
    branch: 'Sportello distaccato',
    under: 'Dipende da',
    sites: 'Altri posti dove questa sede riceve',
    sharing: 'Chi segue che cosa in questo Paese',
    sharingAbout: 'La tua sede è quella che segue il posto dove vivi.',
    here: 'questa sede',
    serves: 'segue {parts}',
    unsaid: 'non ha indicato quale parte segue',
    off: 'Questa sede non riceve più',
    offAbout: 'Per un appuntamento rivolgiti a',
  },
  en: {
    honorary: 'Honorary consulate',
    correspondent: 'Consular correspondent',
    branch: 'Branch',
    under: 'Under',
    sites: 'Other places where this office receives',
    sharing: 'Who serves what in this country',
    sharingAbout: 'Your office is the one that serves the place where you live.',
    here: 'this office',
    serves: 'serves {parts}',
    unsaid: 'has not said which part it serves',
    off: 'This office no longer receives people',
    offAbout: 'For an appointment turn to',
  },
});
