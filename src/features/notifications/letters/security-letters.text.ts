import { defineTexts } from '#platform/texts.ts';

export const securityLetterTexts = defineTexts('notifications/security-letters', {
  it: {
    lockedSubject: 'Accesso fermo per troppe password sbagliate',
    lockedHeading: 'Il tuo accesso è fermo per un po’',
    lockedIntro:
      'Qualcuno, forse tu, ha scritto dieci volte una password sbagliata. Per questo l’accesso con la password è fermo: si riapre da solo, al più tardi dopo 24 ore.',
    lockedSafe:
      'I tuoi appuntamenti restano validi. Puoi confermarli, spostarli e disdirli dalle e-mail che hai ricevuto.',
    lockedWay: 'Se vuoi entrare subito, scegli una nuova password.',
    lockedAction: 'Scegli una nuova password',
    lockedHelp: 'Perché non riesco a entrare?',
    lockedUntil:
      'Il link vale fino alle {time} del {day} (ora italiana). Se non sei stato tu non serve fare altro: nessuno è entrato.',
    changeSubject: 'Il tuo codice è {code}: conferma il nuovo indirizzo',
    changeHeading: 'Conferma il tuo nuovo indirizzo',
    changeIntro: 'Hai chiesto di usare questo indirizzo per Turno. Scrivi questo codice nella pagina che hai aperta:',
    changePage: 'Torna alla pagina del codice',
    changeUntil: 'Il codice vale fino alle {time} del {day} (ora italiana), una volta sola.',
    changeNotYou: 'Se non l’hai chiesto tu, non fare nulla: senza il codice l’indirizzo non cambia.',
    changedSubject: 'Il tuo indirizzo e-mail è cambiato',
    changedHeading: 'Da ora ti scriviamo a un altro indirizzo',
    changedIntro:
      'L’indirizzo del tuo accesso a Turno è cambiato. D’ora in poi accedi con quello nuovo e lì ricevi le nostre e-mail; a questo non scriviamo più.',
    changedNotYou:
      'Se non sei stato tu, scrivi subito all’ufficio dove hai appuntamento: può rimettere il tuo indirizzo.',
    changedHelp: 'Chi contattare',
  },
  en: {
    lockedSubject: 'Your login is stopped after too many wrong passwords',
    lockedHeading: 'Your login is stopped for a while',
    lockedIntro:
      'Somebody, maybe you, typed a wrong password ten times. So logging in by password is stopped: it opens again by itself, within 24 hours.',
    lockedSafe:
      'Your appointments stay valid. You can confirm, move and cancel them from the e-mails you have received.',
    lockedWay: 'If you want to enter at once, choose a new password.',
    lockedAction: 'Choose a new password',
    lockedHelp: 'Why can I not get in?',
    lockedUntil:
      'The link is valid until {time} on {day} (Italian time). If it was not you there is nothing else to do: nobody got in.',
    changeSubject: 'Your code is {code}: confirm the new address',
    changeHeading: 'Confirm your new address',
    changeIntro: 'You asked to use this address for Turno. Type this code in the page you have open:',
    changePage: 'Back to the page for the code',
    changeUntil: 'The code is valid until {time} on {day} (Italian time), once only.',
    changeNotYou: 'If you did not ask for it, do nothing: without the code the address does not change.',
    changedSubject: 'Your e-mail address has changed',
    changedHeading: 'From now on we write to another address',
    changedIntro:
      'The address of your Turno account has changed. From now on you log in with the new one and get our e-mails there; we no longer write to this one.',
    changedNotYou:
      'If it was not you, write at once to the office where you have an appointment: it can put your address back.',
    changedHelp: 'Whom to contact',
  },
});
