import { defineTexts } from '#platform/texts.ts';

export const visitRuleTexts = defineTexts('office-admin/service-visit', {
  it: {
    reasons: 'Motivi',
    reasonsAbout: 'Quali motivi si scelgono lo dici in «Persone e dati». Qui puoi scrivere una frase accanto a ognuno.',
    noReasons: 'Il motivo non si chiede: quali offrire lo dici in «Persone e dati».',
    reasonOptional: 'Il motivo si può non dire',
    mustSay: 'Si deve dire',
    maySay: 'Si può non dire',
    notAsked: 'Non si chiede',
    renewalDays: 'Da quanti giorni prima della scadenza si rinnova',
    renewalDaysHint:
      'Chi rinnova può scrivere quando scade la carta: se è presto, gli diciamo da che giorno. Vuoto: non si chiede.',
    renewalWords: 'Da {days, plural, one {un giorno} other {# giorni}} prima',
    reasonTexts: 'Frasi accanto ai motivi',
    none: 'Nessuna',
    notSaid: 'Non detto',
    fees: 'Quanto costa',
    feesAbout:
      'Scrivi i diritti del comune: la parte dello Stato ({state}) la aggiungiamo noi, e il totale lo leggono tutti prima di prenotare, nel riepilogo e sulla ricevuta. Chi ha già prenotato tiene l’importo di allora. Vuoto: si legge il testo di «Testi».',
    rights: 'Diritti del comune, in euro',
    rightsHint: 'Per il primo rilascio e il rinnovo. Per esempio 5,42.',
    duplicate: 'Diritti per un duplicato, in euro',
    duplicateHint: 'Per furto, smarrimento e deterioramento. Vuoto: come gli altri.',
    payment: 'Dove e come si paga',
    paymentHint: 'Per esempio: allo sportello con carta, oppure prima con pagoPA almeno 48 ore prima.',
    asText: 'Il testo, senza importi',
    feeWords: '{first}; duplicato {duplicate}',
    limit: 'Quanti appuntamenti alla volta',
    liveLimit: 'Appuntamenti di un account, per sé e la famiglia',
    liveLimitHint:
      'Contano insieme quelli di tutti i servizi e le sedi che hanno un limite. Lo sportello non ne ha. Vuoto: quanti vuole.',
    noLimit: 'Senza limite',
  },
  en: {
    reasons: 'Reasons',
    reasonsAbout:
      'Which reasons one chooses among is said in “People and data”. Here you may write a sentence beside each.',
    noReasons: 'The reason is not asked: which to offer is said in “People and data”.',
    reasonOptional: 'The reason may be left out',
    mustSay: 'Must be given',
    maySay: 'May be left out',
    notAsked: 'Not asked',
    renewalDays: 'From how many days before expiry one may renew',
    renewalDaysHint:
      'Whoever renews may write when the card expires: if it is early we say from which day. Empty: not asked.',
    renewalWords: 'From {days, plural, one {one day} other {# days}} before',
    reasonTexts: 'Sentences beside the reasons',
    none: 'None',
    notSaid: 'Not said',
    fees: 'What it costs',
    feesAbout:
      'Write the municipality’s rights: we add the State’s part ({state}), and everybody reads the total before booking, in the summary and on the receipt. Who has booked already keeps the amount of then. Empty: the text in “Texts” is read.',
    rights: 'The municipality’s rights, in euros',
    rightsHint: 'For a first card and a renewal. For example 5.42.',
    duplicate: 'Rights for a duplicate, in euros',
    duplicateHint: 'After theft, loss and damage. Empty: as for the others.',
    payment: 'Where and how to pay',
    paymentHint: 'For example: at the desk by card, or through pagoPA at least 48 hours before.',
    asText: 'The text, without amounts',
    feeWords: '{first}; duplicate {duplicate}',
    limit: 'How many appointments at a time',
    liveLimit: 'Appointments of one account, for oneself and the family',
    liveLimitHint:
      'Those of all services and offices with a limit count together. The desk has none. Empty: as many as one likes.',
    noLimit: 'No limit',
  },
});
