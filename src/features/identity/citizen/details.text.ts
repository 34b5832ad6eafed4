import { defineTexts } from '#platform/texts.ts';

export const detailsTexts = defineTexts('identity/details', {
  it: {
    title: 'Modifica i tuoi dati',
    lead: 'Servono per le prossime prenotazioni. Gli appuntamenti che hai già tengono i dati con cui li hai presi: per correggere quelli scrivi all’ufficio.',
    you: 'Chi sei',
    givenName: 'Nome',
    givenNameHint: 'Tutti i nomi, come sul documento',
    familyName: 'Cognome',
    birthPlaceHint: 'Il comune, o la città e il Paese',
    codiceFiscaleHint: 'Se ne hai uno: 16 lettere e cifre',
    missing: 'Che cosa manca',
    proved:
      'Un ufficio ti conosce già con questi dati, da un appuntamento: per questo non cambiano da soli. Se c’è un errore, o il tuo nome è cambiato, chiedilo qui.',
    askCorrection: 'Chiedi di correggere questi dati',
    contact: 'Come ti raggiungiamo',
    phoneHint: 'Con il prefisso, per esempio +39 333 1234567',
    save: 'Salva',
    busy: 'Salvo…',
    back: 'Torna al profilo',
  },
  en: {
    title: 'Edit your details',
    lead: 'They are used for your next bookings. Appointments you already have keep the details you booked them with: to correct those, write to the office.',
    you: 'Who you are',
    givenName: 'Given name',
    givenNameHint: 'All given names, as in the document',
    familyName: 'Surname',
    birthPlaceHint: 'The municipality, or the city and country',
    codiceFiscaleHint: 'If you have one: 16 letters and digits',
    missing: 'What is missing',
    proved:
      'An office knows you by these details, from an appointment: therefore they do not change by themselves. If something is wrong, or your name has changed, ask here.',
    askCorrection: 'Ask to have these details corrected',
    contact: 'How we reach you',
    phoneHint: 'With its prefix, for example +44 7700 900123',
    save: 'Save',
    busy: 'Saving…',
    back: 'Back to the profile',
  },
});
