import { defineTexts } from '#platform/texts.ts';

export const massMoveTexts = defineTexts('front-desk/mass-move', {
  it: {
    offerThem: 'Offri un altro posto',
    title:
      '{count, plural, one {Offri un altro posto a un appuntamento} other {Offri un altro posto a # appuntamenti}}',
    lead: 'Per ognuno la sede tiene un nuovo posto. Chi lo accetta si sposta; chi rifiuta o non risponde resta dov’è.',
    noneHint: 'Chi resta senza non riceve nulla e mantiene il suo appuntamento.',
    confirm: '{count, plural, one {Offri un altro posto} other {Offri un altro posto a tutti e #}}',
    wrong: 'Correggi la regola prima di confermare.',
    list: 'Chi avrebbe quale posto',
    newSeat: 'Nuovo posto',
    more: '{count, plural, one {E un altro appuntamento.} other {E altri # appuntamenti.}}',
  },
  en: {
    offerThem: 'Offer another seat',
    title: '{count, plural, one {Offer another seat to one appointment} other {Offer another seat to # appointments}}',
    lead: 'The office holds a new seat for each. Whoever accepts it moves; whoever declines or does not answer stays.',
    noneHint: 'Whoever is left without one hears nothing and keeps their appointment.',
    confirm: '{count, plural, one {Offer another seat} other {Offer another seat to all #}}',
    wrong: 'Correct the rule before you confirm.',
    list: 'Who would have which seat',
    newSeat: 'New seat',
    more: '{count, plural, one {And one more appointment.} other {And # more appointments.}}',
  },
});
