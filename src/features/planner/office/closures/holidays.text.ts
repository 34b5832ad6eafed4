import { defineTexts } from '#platform/texts.ts';

export const holidaysTexts = defineTexts('planner/office/holidays', {
  it: {
    title: 'Festività',
    lead: 'I giorni di festa dei prossimi dodici mesi in cui la sede non risulta chiusa. Segna quelli in cui non ricevi: gli altri restano giorni normali.',
    none: 'Hai già deciso per tutte le feste dei prossimi dodici mesi.',
    noneWhy: 'Quando ne arriveranno altre, le troverai qui e nel calendario.',
    days: 'Feste in cui la sede è chiusa',
    country: 'festa nazionale',
    italy: 'festa italiana',
    patron: 'santo patrono del capoluogo',
    unsure: 'data da confermare',
    own: 'Il santo patrono del tuo Comune, o un’altra festa di ogni anno, non è nell’elenco?',
    ownLink: 'Aggiungila e ripetila ogni anno',
    'required-choice': 'Scegli almeno un giorno.',
  },
  en: {
    title: 'Holidays',
    lead: 'The holidays of the next twelve months on which the office is not closed. Tick those on which you receive nobody: the others stay normal days.',
    none: 'You have decided on all holidays of the next twelve months.',
    noneWhy: 'When more of them come, you will find them here and in the calendar.',
    days: 'Holidays on which the office is closed',
    country: 'national holiday',
    italy: 'Italian holiday',
    patron: 'patron saint of the provincial capital',
    unsure: 'date to be confirmed',
    own: 'Is your municipality’s patron saint, or another holiday of every year, not in the list?',
    ownLink: 'Add it and repeat it every year',
    'required-choice': 'Choose at least one day.',
  },
});
