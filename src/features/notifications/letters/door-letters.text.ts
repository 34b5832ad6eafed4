import { defineTexts } from '#platform/texts.ts';

export const doorLetterTexts = defineTexts('notifications/door-letters', {
  it: {
    spid: 'SPID',
    cie: 'CIE',
    eidas: 'un’identità digitale europea (eIDAS)',
    local: 'e-mail e password',
    linkedSubject: 'Ora puoi accedere anche con {way}',
    linkedHeading: 'Una strada in più per entrare',
    linkedText: 'Al tuo account è stato collegato l’accesso con {way}. Gli appuntamenti sono sempre gli stessi.',
    unlinkedSubject: 'L’accesso con {way} è stato chiuso',
    unlinkedHeading: 'Una strada per entrare è chiusa',
    unlinkedText: 'Non si entra più nel tuo account con {way}. Le altre strade restano aperte.',
    joinedSubject: 'I tuoi due account sono diventati uno',
    joinedHeading: 'Un account solo per te',
    joinedText: 'Con {way} hai unito due account: appuntamenti, attese e richieste sono ora tutti in uno.',
    see: 'Guarda come si accede',
    notYou: 'Non sei stato tu? Scrivici subito.',
    endsSubject: 'L’accesso con la password vale fino {day}: collega SPID o CIE',
    endsHeading: 'Tra poco si entra con SPID o CIE',
    endsText: 'Per chi è seguito da un consolato l’accesso con e-mail e password vale fino {day}. È la legge a dirlo.',
    endsHow: 'Collega SPID o CIE al tuo account adesso: bastano due minuti e resta tutto com’è, appuntamenti compresi.',
    endsAction: 'Collega SPID o CIE',
    endsStays: 'Gli appuntamenti che hai restano validi in ogni caso: li confermi e li disdici dai link nelle e-mail.',
  },
  en: {
    spid: 'SPID',
    cie: 'CIE',
    eidas: 'a European digital identity (eIDAS)',
    local: 'e-mail and password',
    linkedSubject: 'You can now log in with {way} too',
    linkedHeading: 'One more way in',
    linkedText: 'Logging in with {way} has been linked to your account. The appointments are the same as ever.',
    unlinkedSubject: 'Logging in with {way} has been closed',
    unlinkedHeading: 'One way in is closed',
    unlinkedText: 'Your account is no longer entered with {way}. The other ways stay open.',
    joinedSubject: 'Your two accounts have become one',
    joinedHeading: 'One account for you',
    joinedText:
      'With {way} you have joined two accounts: appointments, places in waiting and requests are all in one now.',
    see: 'See how one logs in',
    notYou: 'Was it not you? Write to us at once.',
    endsSubject: 'Logging in with the password holds until {day}: link SPID or CIE',
    endsHeading: 'Soon one enters with SPID or CIE',
    endsText:
      'For those whom a consulate serves, logging in with e-mail and password holds until {day}. The law says so.',
    endsHow:
      'Link SPID or CIE to your account now: it takes two minutes, and all stays as it is, appointments included.',
    endsAction: 'Link SPID or CIE',
    endsStays:
      'The appointments you have stay valid in any case: you confirm and cancel them by the links in the e-mails.',
  },
});
