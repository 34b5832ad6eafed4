import { defineTexts } from '#platform/texts.ts';

export const deskPriorityTexts = defineTexts('front-desk/priority', {
  it: {
    title: 'Posto con priorità: controlla la prova',
    'ground.age': 'Ha almeno {age} anni: guarda la data di nascita sul documento.',
    'ground.disability': 'Disabilità: chiedi il verbale o il contrassegno.',
    'ground.pregnancy': 'Gravidanza: chiedi il certificato medico.',
    'ground.urgency': 'Urgenza: chiedi il documento che la dimostra (biglietto, lettera, certificato).',
    seen: 'Prova vista',
    notShown: 'Prova non mostrata',
    wasSeen: 'La prova è stata vista {when}.',
    wasNotShown: 'La prova non è stata mostrata ({when}).',
    serve: 'Di solito la sede riceve lo stesso. Decidi tu.',
    'send-back':
      'Di solito la sede chiede di tornare in un posto ordinario. Decidi tu: per farlo, sposta o annulla l’appuntamento.',
  },
  en: {
    title: 'Seat with priority: check the proof',
    'ground.age': 'Aged {age} or over: look at the birth date on the document.',
    'ground.disability': 'Disability: ask for the certificate or the badge.',
    'ground.pregnancy': 'Pregnancy: ask for the doctor’s certificate.',
    'ground.urgency': 'Urgency: ask for what proves it (ticket, letter, certificate).',
    seen: 'Proof seen',
    notShown: 'Proof not shown',
    wasSeen: 'The proof was seen on {when}.',
    wasNotShown: 'The proof was not shown ({when}).',
    serve: 'The office usually serves people all the same. You decide.',
    'send-back':
      'The office usually asks people to come back on an ordinary seat. You decide: to do so, move or cancel the appointment.',
  },
});
