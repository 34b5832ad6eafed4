import { defineTexts } from '#platform/texts.ts';

export const roleLetterTexts = defineTexts('notifications/role-letters', {
  it: {
    invitedSubject: 'Il tuo accesso a Turno: {place}',
    invitedHeading: 'Sei stato aggiunto a Turno',
    invitedIntro: 'Chi amministra {place} ti ha dato un accesso a Turno, il servizio degli appuntamenti.',
    invitedRoles: 'Il tuo ruolo: {roles}.',
    invitedFirst: 'Per cominciare scegli la tua password:',
    invitedAction: 'Scegli la password',
    invitedUntil:
      'Il collegamento vale fino al {day}, una volta sola. Poi puoi chiederne un altro a chi ti ha invitato.',
    invitedNotYou: 'Se non lavori per questa sede non fare nulla: senza password l’accesso non si apre.',
    changedSubject: 'Il tuo ruolo a Turno: {place}',
    changedHeading: 'Il tuo ruolo è cambiato',
    changedNow: 'Da adesso per {place} il tuo ruolo è: {roles}.',
    changedNone: 'Da adesso non hai più ruoli per {place}. Il tuo accesso personale resta.',
    changedAction: 'Vai al lavoro della sede',
    changedWhy: 'Se non te lo aspettavi chiedi a chi amministra la sede.',
    network: 'la rete di tutte le sedi',
  },
  en: {
    invitedSubject: 'Your access to Turno: {place}',
    invitedHeading: 'You have been added to Turno',
    invitedIntro: 'Whoever administers {place} gave you an access to Turno, the appointment service.',
    invitedRoles: 'Your role: {roles}.',
    invitedFirst: 'To begin, choose your password:',
    invitedAction: 'Choose the password',
    invitedUntil: 'The link is good until {day}, once only. After that ask whoever invited you for another.',
    invitedNotYou: 'If you do not work for this office do nothing: without a password the access does not open.',
    changedSubject: 'Your role in Turno: {place}',
    changedHeading: 'Your role has changed',
    changedNow: 'From now on your role for {place} is: {roles}.',
    changedNone: 'From now on you have no role for {place}. Your personal access stays.',
    changedAction: 'Go to the office’s work',
    changedWhy: 'If you did not expect this, ask whoever administers the office.',
    network: 'the network of all offices',
  },
});
