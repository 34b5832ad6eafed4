import { defineTexts } from '#platform/texts.ts';

export const identificationTexts = defineTexts('identity/identification', {
  it: {
    title: 'La tua identità',
    profile: 'Il mio profilo',
    leadDone: 'La tua identità è verificata: puoi prenotare anche i servizi che lo chiedono, in tutte le sedi.',
    leadNot:
      'Alcuni servizi si prenotano solo se un operatore ha visto una volta un tuo documento, o se sei entrato con SPID o CIE.',
    byDoor: 'Con SPID o CIE si fa subito, da qui.',
    byDoorLink: 'Collega SPID o CIE al tuo account',
    how: 'Come',
    when: 'Quando',
    where: 'Dove',
    mistake:
      'Se qualcosa non è giusto scrivi alla sede: chi ti ha verificato può togliere la verifica. Conserviamo il tipo di documento e il giorno, mai il numero.',
    steps: 'Come farla verificare',
    stepBook: 'Porta un documento con foto (passaporto, carta d’identità, patente) al tuo prossimo appuntamento.',
    stepAsk:
      'Di’ all’operatore che vuoi far verificare il tuo accesso e dagli la tua e-mail: lo segna in un minuto, gratis.',
    stepOffice:
      'Se non hai un appuntamento, chiedi alla tua sede quando puoi passare: i contatti sono nella sua pagina.',
    stepCheck: 'Nome, cognome e data di nascita del tuo profilo devono essere quelli del documento.',
    office: 'Contatti della tua sede: {office}',
    details: 'Controlla i tuoi dati',
    back: 'Torna indietro',
  },
  en: {
    title: 'Your identity',
    profile: 'My profile',
    leadDone: 'Your identity is checked: you can also book the services that ask for it, at every office.',
    leadNot:
      'Some services can be booked only if an operator has seen a document of yours once, or you have entered with SPID or CIE.',
    byDoor: 'With SPID or CIE it is done at once, from here.',
    byDoorLink: 'Link SPID or CIE to your account',
    how: 'How',
    when: 'When',
    where: 'Where',
    mistake:
      'If something is not right write to the office: whoever checked you can take it back. We keep the kind of document and the day, never the number.',
    steps: 'How to have it checked',
    stepBook: 'Bring a document with a photo (passport, identity card, driving licence) to your next appointment.',
    stepAsk:
      'Tell the operator that you want your account checked and give your e-mail address: it takes a minute and is free.',
    stepOffice: 'If you have no appointment, ask your office when you may come: the contacts are on its page.',
    stepCheck: 'Given name, surname and date of birth of your profile must be those of the document.',
    office: 'Contacts of your office: {office}',
    details: 'Check your details',
    back: 'Back',
  },
});
