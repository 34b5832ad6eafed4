import { defineTexts } from '#platform/texts.ts';

/** What a service's page says of seats that go to those who register. */
export const registrationNoticeTexts = defineTexts('waiting-room/registration-notice', {
  it: {
    title: 'Altri posti si danno con un sorteggio fra chi si iscrive',
    planned: 'Per i prossimi posti ci sarà un sorteggio fra chi si iscrive',
    from: 'Ci si iscrive da',
    until: 'Ci si iscrive fino a',
    about: 'Dici quando puoi venire, e se esci ti prenotiamo il posto. Iscriversi prima non dà vantaggi.',
    people: '{count, plural, one {Si è iscritta una persona.} other {Si sono iscritte {written} persone.}}',
    register: 'Iscriviti al sorteggio',
    how: 'Come funziona',
    own: 'Sei iscritto al sorteggio per questo servizio',
    see: 'Vedi la tua iscrizione',
  },
  en: {
    title: 'More seats are given by a draw among those who register',
    planned: 'The next seats will be given by a draw among those who register',
    from: 'Registration opens',
    until: 'Registration is open until',
    about:
      'You say when you can come, and if you are drawn we book the seat for you. Registering early gives no advantage.',
    people: '{count, plural, one {One person has registered.} other {{written} people have registered.}}',
    register: 'Register for the draw',
    how: 'How it works',
    own: 'You are registered for the draw for this service',
    see: 'See your registration',
  },
});
