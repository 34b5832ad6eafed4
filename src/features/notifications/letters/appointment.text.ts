import { defineTexts } from '#platform/texts.ts';

/** Words about an appointment that letters and the linked page share. */
export const appointmentTexts = defineTexts('notifications/appointment', {
  it: {
    when: 'Quando',
    whenValue: '{day}, ore {time} (ora di {city})',
    what: 'Servizio',
    where: 'Dove',
    address: 'Indirizzo',
    noAddress: 'La sede non lo ha ancora inserito',
    people: 'Chi viene',
    code: 'Codice della prenotazione',
    officeContacts: 'Contatti della sede',
    noContacts: 'La sede non li ha ancora inseriti',
    documents: 'Che cosa portare',
    documentsUnknown: 'Controlla i documenti richiesti nella pagina della sede.',
    toKnow: 'Da sapere',
    fee: 'Quanto costa',
    free: 'Prenotare è gratis. Nessuno può chiederti denaro per un appuntamento.',
    mustConfirm:
      'Devi confermare che verrai. Potrai farlo da {opens} a {closes}{whole, select, yes { compreso} other {}}: ti scriveremo il primo giorno utile. Se non confermi, l’appuntamento viene annullato e il posto torna libero.',
    confirmNow:
      'Conferma entro {closes}{whole, select, yes {, alle 24 di {city}} other { (ora di {city})}}. Se non confermi, l’appuntamento viene annullato e il posto torna libero.',
    confirmUndelivered:
      'Il nostro messaggio non ti è arrivato, quindi l’appuntamento non si annulla da solo: ne decide la sede. Confermalo ora.',
    isConfirmed: 'L’appuntamento è confermato: non devi fare altro.',
    clearanceAwaited: 'Non è ancora confermato: manca il consenso (nulla osta) del comune. Ti scriviamo quando arriva.',
    officeConfirms: 'La sede deve ancora confermare l’appuntamento. Ti scriveremo quando lo avrà fatto.',
    ifYouCannot: 'Se non puoi venire, annulla: il posto torna libero per un’altra persona. Puoi farlo fino {until}.',
    untilStart: 'all’ora dell’appuntamento',
    untilTime: 'a {day}, ore {time}',
  },
  en: {
    when: 'When',
    whenValue: '{day}, {time} ({city} time)',
    what: 'Service',
    where: 'Where',
    address: 'Address',
    noAddress: 'The office has not entered it yet',
    people: 'Who comes',
    code: 'Booking code',
    officeContacts: 'Contact the office',
    noContacts: 'The office has not entered them yet',
    documents: 'What to bring',
    documentsUnknown: 'Check the documents you need on the office’s page.',
    toKnow: 'Good to know',
    fee: 'What it costs',
    free: 'Booking is free. Nobody may ask you for money for an appointment.',
    mustConfirm:
      'You must confirm that you will come. You can do so from {opens} to {closes}{whole, select, yes { included} other {}}: we will write to you on the first day. If you do not confirm, the appointment is cancelled and the seat becomes free again.',
    confirmNow:
      'Confirm by {whole, select, yes {the end of } other {}}{closes}, {city} time. If you do not confirm, the appointment is cancelled and the seat becomes free again.',
    confirmUndelivered:
      'Our message did not reach you, so the appointment does not lapse by itself: the office decides about it. Confirm it now.',
    isConfirmed: 'The appointment is confirmed: there is nothing else to do.',
    clearanceAwaited:
      'Not confirmed yet: the municipality’s consent (nulla osta) is missing. We write to you when it comes.',
    officeConfirms: 'The office still has to confirm the appointment. We will write to you when it has.',
    ifYouCannot:
      'If you cannot come, please cancel: the seat becomes free for somebody else. You can do so until {until}.',
    untilStart: 'the hour of the appointment',
    untilTime: '{day}, {time}',
  },
});
