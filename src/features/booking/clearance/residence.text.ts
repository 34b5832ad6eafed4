import { defineTexts } from '#platform/texts.ts';

export const residenceTexts = defineTexts('booking/residence', {
  it: {
    label: 'Comune italiano dove sei iscritto (AIRE o residenza)',
    hint: 'Deve dare il consenso (nulla osta) al documento: la sede glielo chiede. Per esempio: Padova.',
    deskLabel: 'Comune del nulla osta (AIRE o residenza)',
    deskHint: 'Se non lo sai, lo indichi dopo sulla pagina della prenotazione.',
    required: 'Scrivi il comune dove sei iscritto.',
    unknown: 'Non conosciamo un comune con questo nome: controlla come è scritto.',
    several: 'Più comuni hanno questo nome. Scrivi anche la provincia, così: {names}.',
    named: '{name} ({province})',
  },
  en: {
    label: 'Italian municipality where you are registered (AIRE or residence)',
    hint: 'It has to consent (nulla osta) to the document: the office asks it. For example: Padova.',
    deskLabel: 'Municipality of the clearance (AIRE or residence)',
    deskHint: 'If you do not know it, give it later on the page of the booking.',
    required: 'Write the municipality where you are registered.',
    unknown: 'We do not know a municipality of this name: check how it is written.',
    several: 'Several municipalities have this name. Write the province too, like this: {names}.',
    named: '{name} ({province})',
  },
});
