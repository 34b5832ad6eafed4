import { defineTexts } from '#platform/texts.ts';

export const visitTexts = defineTexts('booking/visit', {
  it: {
    more: 'Che cosa portare: rispondi per avere l’elenco giusto (facoltativo)',
    moreAbout: 'Servono solo per dirti quali documenti portare. Puoi anche non rispondere.',
    citizenship: 'Cittadinanza',
    'citizenship-italian': 'Italiana',
    'citizenship-eu': 'Di un altro Paese dell’Unione europea',
    'citizenship-non-eu': 'Di un Paese fuori dall’Unione europea',
    parents: 'Se è minorenne: chi dà il consenso per l’espatrio?',
    parentsHint: 'Serve perché la carta valga per viaggiare. Per chi ha 18 anni il giorno dell’appuntamento non serve.',
    'parents-both': 'Vengono i due genitori',
    'parents-one': 'Viene un genitore solo',
    'parents-judge': 'Decide il giudice tutelare',
    fingerprints: 'Impronte digitali',
    fingerprintsHint: 'Si prendono dai 12 anni in su.',
    'fingerprints-not-now': 'Per ora non le può dare (per esempio ha un gesso)',
    cardExpires: 'Quando scade la carta che ha adesso?',
    cardExpiresHint:
      'Se la cambia perché scade: si può da {days} giorni prima. Se è di carta lascia vuoto: si cambia quando vuoi.',
    unanswered: 'Non rispondo',
    'too-early-to-renew':
      'Questa carta si può rinnovare {from}, cioè da {days} giorni prima che scada: scegli un appuntamento da quel giorno in poi. Se l’hai persa, è rovinata o te l’hanno rubata, scegli quel motivo: si può cambiare subito.',
    validUntil:
      '{name, select, none {Il documento} other {{name}: il documento}} rilasciato quel giorno vale fino {until}.',
    withoutFingerprints:
      '{name, select, none {La carta} other {{name}: la carta}} è senza impronte e vale 12 mesi: quando le impronte si possono prendere se ne chiede un’altra.',
    underAge:
      '{name, select, none {Chi avrà il documento} other {{name}}} deve venire di persona, con chi ne ha la responsabilità. Firma e impronte si prendono dai {years} anni: quel giorno non ancora.',
    fromAge:
      '{name, select, none {Chi avrà il documento} other {{name}}} deve venire di persona, con chi ne ha la responsabilità. Dai {years} anni si prendono anche firma e impronte.',
    partOfName:
      'Il codice fiscale corrisponde solo a una parte del nome. Se i nomi sono più di uno va bene; altrimenti controlla.',
    omocodia:
      'È un codice per omocodia: alcune cifre sono lettere, perché un’altra persona avrebbe avuto lo stesso. Va bene così, se sta sulla tessera sanitaria.',
    toKnow: 'Da sapere',
    documents: 'Che cosa portare',
    fee: 'Quanto costa',
  },
  en: {
    more: 'What to bring: answer to get the right list (optional)',
    moreAbout: 'These only serve to tell you which documents to bring. You need not answer.',
    citizenship: 'Citizenship',
    'citizenship-italian': 'Italian',
    'citizenship-eu': 'Of another country of the European Union',
    'citizenship-non-eu': 'Of a country outside the European Union',
    parents: 'If a minor: who consents to travel abroad?',
    parentsHint:
      'It is needed for the card to be good for travelling. Whoever is 18 on the day of the appointment does not need it.',
    'parents-both': 'Both parents come',
    'parents-one': 'Only one parent comes',
    'parents-judge': 'The guardianship judge decides',
    fingerprints: 'Fingerprints',
    fingerprintsHint: 'They are taken from the age of 12.',
    'fingerprints-not-now': 'They cannot be taken for now (a plaster cast, for example)',
    cardExpires: 'When does the present card expire?',
    cardExpiresHint:
      'If it is changed because it expires: from {days} days before. If it is a paper card leave this empty: it can be changed at any time.',
    unanswered: 'I do not answer',
    'too-early-to-renew':
      'This card can be renewed from {from}, that is {days} days before it expires: choose an appointment from that day on. If it is lost, damaged or stolen choose that reason: it can be changed at once.',
    validUntil:
      '{name, select, none {The document} other {{name}: the document}} issued on that day is valid until {until}.',
    withoutFingerprints:
      '{name, select, none {The card} other {{name}: the card}} has no fingerprints and is valid for 12 months: another one is asked for when fingerprints can be taken.',
    underAge:
      '{name, select, none {Whoever will hold the document} other {{name}}} must come in person, with whoever is responsible for them. Signature and fingerprints are taken from the age of {years}: not yet on that day.',
    fromAge:
      '{name, select, none {Whoever will hold the document} other {{name}}} must come in person, with whoever is responsible for them. From the age of {years} signature and fingerprints are taken too.',
    partOfName:
      'The codice fiscale fits only a part of the name. With more than one name that is fine; otherwise check it.',
    omocodia:
      'It is a code for namesakes (omocodia): some digits are letters, because somebody else would have had the same. That is fine if it stands on the health card.',
    toKnow: 'Good to know',
    documents: 'What to bring',
    fee: 'What it costs',
  },
});
