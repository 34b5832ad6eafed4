import { defineTexts } from '#platform/texts.ts';

export const contactTexts = defineTexts('front-desk/contact', {
  it: {
    title: 'Contatti di {name}',
    lead: 'Scrivi l’indirizzo e il telefono che la persona ti ha dato: le e-mail di questa prenotazione andranno lì.',
    now: 'Adesso scriviamo a {address}.',
    nowNobody: 'Adesso non abbiamo un indirizzo a cui scrivere.',
    email: 'E-mail',
    emailHint: 'Se la lasci vuota usiamo quella dell’account, se c’è.',
    phone: 'Telefono',
    again: 'Chiedi subito di nuovo la conferma a questo indirizzo',
    save: 'Salva i contatti',
    saving: 'Salvo…',
    back: 'Torna alla prenotazione',
  },
  en: {
    title: 'Contacts of {name}',
    lead: 'Write the address and telephone that the person gave you: the e-mails of this booking will go there.',
    now: 'At present we write to {address}.',
    nowNobody: 'At present we have no address to write to.',
    email: 'E-mail',
    emailHint: 'If you leave it empty we use that of the account, if there is one.',
    phone: 'Telephone',
    again: 'Ask for the confirmation again at this address now',
    save: 'Save the contacts',
    saving: 'Saving…',
    back: 'Back to the booking',
  },
});
