import { defineTexts } from '#platform/texts.ts';

export const loginRuleFaults = defineTexts('office-admin/login-rule-faults', {
  it: {
    'warn-days': 'Scrivi un numero di giorni da 0 a 365.',
    'use-before-opening': 'L’ultimo giorno d’uso non può venire prima dell’ultimo giorno per aprire un account.',
  },
  en: {
    'warn-days': 'Write a number of days from 0 to 365.',
    'use-before-opening': 'The last day of use cannot come before the last day for opening an account.',
  },
});

export const networkLoginsTexts = defineTexts('office-admin/network-logins', {
  it: {
    title: 'Accesso con e-mail e password',
    lead: 'Le date di legge per chi è seguito da un consolato. Senza date non finisce nulla.',
    lastOpening: 'Ultimo giorno per aprire un account',
    lastOpeningHint: 'Compreso, fino a mezzanotte in Italia. Dal giorno dopo ci si registra con SPID o CIE.',
    lastUse: 'Ultimo giorno per usarlo',
    lastUseHint:
      'Compreso, fino a mezzanotte in Italia. Dal giorno dopo la password serve solo a collegare SPID o CIE.',
    warn: 'Quanti giorni prima avvisare',
    warnHint: 'Da quel giorno lo dicono le pagine; un’e-mail parte subito e una nelle ultime due settimane.',
    means: 'Che cosa succede',
    meansOpening: 'La registrazione di chi vive all’estero spiega come entrare con SPID o CIE.',
    meansUse: 'Chi entra con la password dopo la data trova la pagina che collega SPID o CIE allo stesso account.',
    meansBookings: 'Gli appuntamenti già presi restano: si confermano e si disdicono anche dai link nelle e-mail.',
    meansOthers: 'Non riguarda i Comuni, né chi lavora per una sede.',
    save: 'Salva le date',
    busy: 'Un momento…',
    saved: 'Date salvate. Valgono da subito.',
  },
  en: {
    title: 'Logging in with e-mail and password',
    lead: 'The dates of law for those whom a consulate serves. Without dates nothing ends.',
    lastOpening: 'Last day for opening an account',
    lastOpeningHint: 'Included, until midnight in Italy. From the day after one registers with SPID or CIE.',
    lastUse: 'Last day for using it',
    lastUseHint: 'Included, until midnight in Italy. From the day after the password only serves to link SPID or CIE.',
    warn: 'How many days before people are told',
    warnHint: 'From that day the pages say so; one e-mail leaves at once, and one in the last two weeks.',
    means: 'What happens',
    meansOpening: 'Registering, for those who live abroad, explains how to enter with SPID or CIE.',
    meansUse:
      'Whoever enters with the password after the date finds the page that links SPID or CIE to the same account.',
    meansBookings: 'Appointments already made stay: they are confirmed and cancelled by the links in the e-mails too.',
    meansOthers: 'It does not concern municipalities, nor those who work for an office.',
    save: 'Save the dates',
    busy: 'One moment…',
    saved: 'Dates saved. They hold from now on.',
  },
});
