import { defineTexts } from '#platform/texts.ts';

export const namingTexts = defineTexts('front-desk/naming', {
  it: {
    title: 'Che nome leggono le persone',
    queue: 'Da esaminare',
    lead: 'Quando prendete in carico una prenotazione la persona ne è avvisata: qui scegliete chi risulta occuparsene.',
    name: 'La persona legge',
    office: 'Il nome della sede',
    officeHint: 'Per esempio: «Se ne occupa {office}».',
    operator: 'Il nome di chi se ne occupa',
    operatorHint: 'Solo il nome, senza cognome, con quello della sede: «Se ne occupa Anna, {office}».',
    save: 'Salva',
    saving: 'Salvo…',
    saved: 'Salvato',
    back: 'Torna alla lista',
  },
  en: {
    title: 'Which name people read',
    queue: 'To examine',
    lead: 'When you take a booking in charge the person is told: here you choose who is said to take care of it.',
    name: 'The person reads',
    office: 'The name of the office',
    officeHint: 'For example: “{office} takes care of it”.',
    operator: 'The name of who takes care of it',
    operatorHint: 'Only the first name, with the office’s: “Anna, {office}, takes care of it”.',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    back: 'Back to the list',
  },
});
