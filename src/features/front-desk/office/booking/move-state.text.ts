import { defineTexts } from '#platform/texts.ts';

export const moveStateTexts = defineTexts('front-desk/move-state', {
  it: {
    offered: 'Nuovo posto offerto: {day}, ore {time}',
    offeredText: 'Tenuto per la persona fino alle {time} di {day}. Finché non risponde ha anche quello di adesso.',
    declined: 'La persona ha rifiutato il nuovo posto',
    expired: 'La persona non ha risposto all’offerta',
    noSeat: 'Non c’era un altro posto da offrire',
    toSettle: 'Ha ancora l’orario di adesso: sentila, poi spostala, offri un altro posto o lascia tutto com’è.',
    move: 'Sposta o offri un altro posto',
    keep: 'Resta com’è',
    request: '{kind, select, cancel {Chiede di annullare} other {Chiede un cambiamento}}',
    answer: 'Leggi e rispondi',
  },
  en: {
    offered: 'New seat offered: {day}, {time}',
    offeredText: 'Kept for the person until {time} on {day}. Until they answer they have the present one too.',
    declined: 'The person declined the new seat',
    expired: 'The person did not answer the offer',
    noSeat: 'There was no other seat to offer',
    toSettle:
      'They still have the present time: speak to them, then move them, offer another seat or leave it as it is.',
    move: 'Move or offer another seat',
    keep: 'Leave as it is',
    request: '{kind, select, cancel {They ask to cancel} other {They ask for a change}}',
    answer: 'Read and answer',
  },
});
