import { defineTexts } from '#platform/texts.ts';

export const restrictedBannerTexts = defineTexts('ui/restricted-banner', {
  it: {
    about: 'Limiti alle nuove prenotazioni',
    title: 'Una sede ha fermato le tue nuove prenotazioni',
    stays: 'I tuoi appuntamenti restano.',
    read: 'Leggi perché e rispondi',
  },
  en: {
    about: 'Limits to new bookings',
    title: 'An office has stopped your new bookings',
    stays: 'Your appointments stay.',
    read: 'Read why, and answer',
  },
});
