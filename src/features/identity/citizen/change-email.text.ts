import { defineTexts } from '#platform/texts.ts';

export const changeEmailTexts = defineTexts('identity/change-email', {
  it: {
    title: 'Cambia l’e-mail',
    lead: 'Ora ti scriviamo a {email}. Mandiamo un codice al nuovo indirizzo; finché non lo confermi resta quello di adesso.',
    email: 'Nuova e-mail',
    current: 'La tua password',
    send: 'Mandami il codice',
    busy: 'Un momento…',
    back: 'Torna al profilo',
    same: 'È già il tuo indirizzo.',
    tooSoon: 'Abbiamo mandato un codice meno di un minuto fa. Aspetta un momento e riprova.',
    tooMany: 'Oggi abbiamo già mandato troppi codici. Riprova domani.',
    codeTitle: 'Conferma la nuova e-mail',
    codeLead: 'Abbiamo mandato un codice di sei cifre al nuovo indirizzo.',
    code: 'Codice di sei cifre',
    codeHint: 'Vale 30 minuti. Guarda anche nella posta indesiderata.',
    confirm: 'Conferma la nuova e-mail',
    otherAddress: 'Scrivi un altro indirizzo',
    nothing:
      'Nella nuova casella c’è un messaggio diverso, senza codice? Allora l’indirizzo ha già un accesso a Turno: usa quello, oppure scrivine un altro.',
  },
  en: {
    title: 'Change the e-mail',
    lead: 'At present we write to {email}. We send a code to the new address; until you confirm it the present one stays.',
    email: 'New e-mail',
    current: 'Your password',
    send: 'Send me the code',
    busy: 'One moment…',
    back: 'Back to the profile',
    same: 'This is your address already.',
    tooSoon: 'We sent a code less than a minute ago. Wait a moment and try again.',
    tooMany: 'We have sent too many codes today. Try again tomorrow.',
    codeTitle: 'Confirm the new e-mail',
    codeLead: 'We have sent a six-digit code to the new address.',
    code: 'Six-digit code',
    codeHint: 'Valid for 30 minutes. Look in the junk mail too.',
    confirm: 'Confirm the new e-mail',
    otherAddress: 'Write another address',
    nothing:
      'Is there another message in the new mailbox, without a code? Then the address has a Turno account already: use that, or write another address.',
  },
});
