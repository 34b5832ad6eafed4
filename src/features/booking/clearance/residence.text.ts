import { defineTexts } from '#platform/texts.ts';

export const residenceTexts = defineTexts('booking/residence', {
  it: {
    label: 'Comune italiano dove sei iscritto (AIRE o residenza)',
    hint: 'Deve dare il consenso (nulla osta) al documento: la sede glielo chiede. Per esempio: Padova.',
    labelMunicipal: 'Comune dove risiede chi viene',
    hintMunicipal:
      'Se non è il comune di questa sede, chiediamo noi il consenso (nulla osta) al comune di residenza. Per esempio: Padova.',
    hintNotify: 'Se non è il comune di questa sede, lo avvisiamo noi dopo l’appuntamento. Per esempio: Padova.',
    short: 'Comune di residenza',
    deskLabel: 'Comune del nulla osta (AIRE o residenza)',
    deskHint: 'Se non lo sai, lo indichi dopo sulla pagina della prenotazione.',
    required: 'Scrivi il comune dove sei iscritto.',
    requiredMunicipal: 'Scrivi il comune di residenza.',
    unknown: 'Non conosciamo un comune con questo nome: controlla come è scritto.',
    several: 'Più comuni hanno questo nome. Scrivi anche la provincia, così: {names}.',
    named: '{name} ({province})',
    'too-late':
      'Questo giorno è troppo vicino: prima il comune di residenza deve rispondere. A quest’ora puoi prenotare {first} in poi.',
    'not-resident':
      'Hai detto di risiedere nel comune di questa sede, e questo posto è di chi ci risiede. Correggi il comune, o scegli un altro orario e lì rispondi che risiedi altrove.',
    nearDay:
      'Questo giorno è solo per chi risiede nel comune della sede: per gli altri non c’è tempo per il nulla osta. A quest’ora possono prenotare {first} in poi.',
  },
  en: {
    label: 'Italian municipality where you are registered (AIRE or residence)',
    hint: 'It has to consent (nulla osta) to the document: the office asks it. For example: Padova.',
    labelMunicipal: 'Municipality where the person lives',
    hintMunicipal:
      'If it is not the municipality of this office, we ask the municipality of residence for its consent (nulla osta). For example: Padova.',
    hintNotify: 'If it is not the municipality of this office, we tell it after the appointment. For example: Padova.',
    short: 'Municipality of residence',
    deskLabel: 'Municipality of the clearance (AIRE or residence)',
    deskHint: 'If you do not know it, give it later on the page of the booking.',
    required: 'Write the municipality where you are registered.',
    requiredMunicipal: 'Write the municipality of residence.',
    unknown: 'We do not know a municipality of this name: check how it is written.',
    several: 'Several municipalities have this name. Write the province too, like this: {names}.',
    named: '{name} ({province})',
    'too-late':
      'This day is too near: first the municipality of residence has to answer. At this hour you can book {first} on.',
    'not-resident':
      'You said that you live in this office’s municipality, and this place is for its residents. Correct the municipality, or choose another time and say there that you live elsewhere.',
    nearDay:
      'This day is only for residents of the office’s municipality: for others there is no time for the clearance. At this hour they can book from {first} on.',
  },
});
