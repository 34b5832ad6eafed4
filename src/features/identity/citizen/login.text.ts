import { defineTexts } from '#platform/texts.ts';

export const loginTexts = defineTexts('identity/login', {
  it: {
    title: 'Accedi',
    hold: 'Il tuo posto resta trattenuto mentre accedi.',
    local: 'Oppure con e-mail e password',
    levelAsked: 'Per questo servizio serve SPID o CIE, di livello {level} o superiore.',
    email: 'E-mail',
    userName: 'Se lavori in una sede va bene anche il nome utente che avevi.',
    password: 'Password',
    submit: 'Accedi',
    busy: 'Un momento…',
    forgotten: 'Hai dimenticato la password?',
    forgottenLink: 'Scegline una nuova',
    newHere: 'È la prima volta?',
    register: 'Registrati',
    help: 'Perché non riesco a entrare?',
    proved: 'Il tuo indirizzo e-mail è confermato. Ora accedi.',
    reset: 'La password è cambiata. Ora accedi con quella nuova.',
    out: 'Hai chiuso l’accesso.',
    idle: 'L’accesso si è chiuso da solo',
    idleAbout:
      'Da un po’ non c’erano clic, e davanti allo schermo poteva esserci chiunque. Se avevi un modulo a metà lo ritrovi appena rientri.',
    wrong: 'E-mail o password non corrispondono. Controlla e riprova.',
    wrongAgain:
      'E-mail o password non corrispondono. Se non ricordi la password, scegline una nuova: il link è qui sotto.',
    wrongLocked:
      'E-mail o password non corrispondono. Dopo dieci tentativi l’accesso è fermo fino alle {time} (ora italiana) del {day}.',
    locked: 'Per troppe password sbagliate l’accesso è fermo fino alle {time} (ora italiana) del {day}.',
    lockedOpens: 'Si riapre da solo',
    lockedCity: 'Roma',
    lockedWay: 'Se l’e-mail è tua puoi entrare subito scegliendo una nuova password: ti mandiamo un link.',
    lockedSafe:
      'I tuoi appuntamenti restano validi: puoi confermarli e disdirli dalle e-mail che hai ricevuto, o con il codice della prenotazione.',
    lockedReset: 'Scegli una nuova password',
    lockedFind: 'Ho il codice di una prenotazione',
  },
  en: {
    title: 'Log in',
    hold: 'Your seat stays held while you log in.',
    local: 'Or with e-mail and password',
    levelAsked: 'This service needs SPID or CIE, of level {level} or above.',
    email: 'E-mail',
    userName: 'If you work at an office, the user name you had will do too.',
    password: 'Password',
    submit: 'Log in',
    busy: 'One moment…',
    forgotten: 'Forgotten your password?',
    forgottenLink: 'Choose a new one',
    newHere: 'First time here?',
    register: 'Register',
    help: 'Why can I not get in?',
    proved: 'Your e-mail address is confirmed. Now log in.',
    reset: 'The password is changed. Now log in with the new one.',
    out: 'You are logged out.',
    idle: 'You were logged out automatically',
    idleAbout:
      'There had been no click for a while, and anybody could have been at the screen. If a form was half done you find it as soon as you are back.',
    wrong: 'E-mail and password do not match. Check them and try again.',
    wrongAgain:
      'E-mail and password do not match. If you do not remember the password, choose a new one: the link is below.',
    wrongLocked:
      'E-mail and password do not match. After ten attempts this login is stopped until {time} (Italian time) on {day}.',
    locked: 'After too many wrong passwords this login is stopped until {time} (Italian time) on {day}.',
    lockedOpens: 'It opens again by itself',
    lockedCity: 'Rome',
    lockedWay: 'If the e-mail is yours you can enter at once by choosing a new password: we send you a link.',
    lockedSafe:
      'Your appointments stay valid: you can confirm and cancel them from the e-mails you have received, or with the booking code.',
    lockedReset: 'Choose a new password',
    lockedFind: 'I have the code of a booking',
  },
});
