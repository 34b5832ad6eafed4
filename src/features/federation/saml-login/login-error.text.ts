import { defineTexts } from '#platform/texts.ts';

export const loginErrorTexts = defineTexts('federation/login-error', {
  it: {
    nr19: 'Troppi tentativi con credenziali sbagliate',
    nr19Why:
      'Il tuo gestore di identità non ti ha fatto entrare: le credenziali inserite erano sbagliate, troppe volte. Controlla nome utente e password, o recuperali sul sito del gestore, poi riprova.',
    nr20: 'La tua identità non arriva al livello richiesto',
    nr20Why:
      'Questo servizio chiede un livello di sicurezza che la tua identità digitale oggi non ha. Sul sito del tuo gestore puoi attivare il livello 2, di solito con l’app o un codice via SMS. Poi riprova.',
    nr21: 'Il tempo per entrare è finito',
    nr21Why:
      'L’accesso è rimasto in attesa troppo a lungo e il gestore lo ha chiuso. Riprova: i tuoi dati sono al sicuro.',
    nr22: 'Non hai dato il consenso',
    nr22Why:
      'Hai scelto di non inviare i tuoi dati, quindi non ti abbiamo fatto entrare. Ci servono solo nome, cognome, codice fiscale, data di nascita e recapiti. Se cambi idea, riprova.',
    nr23: 'La tua identità è sospesa o revocata',
    nr23Why:
      'Il gestore dice che la tua identità digitale è sospesa, revocata o bloccata. Solo il gestore può riattivarla: contattalo dal suo sito.',
    nr25: 'Hai annullato l’accesso',
    nr25Why: 'L’accesso è stato annullato prima della fine. Non è cambiato nulla: puoi riprovare quando vuoi.',
    nr30: 'Questo tipo di identità non va bene qui',
    nr30Why:
      'Hai usato un’identità di un tipo che questo servizio non accetta, per esempio una per uso professionale. Riprova con la tua identità personale.',
    refused: 'Il gestore non ti ha fatto entrare',
    refusedWhy: 'Il gestore di identità ha rifiutato l’accesso senza dirci perché. Riprova, o scegli un altro modo.',
    wrong: 'L’accesso non è riuscito',
    wrongWhy:
      'La risposta del gestore di identità non era valida, era già stata usata o è arrivata troppo tardi. Per la tua sicurezza non ti abbiamo fatto entrare. Riprova dall’inizio, nella stessa finestra.',
    'unknown-provider': 'Gestore di identità sconosciuto',
    'unknown-providerWhy':
      'Il gestore scelto non è tra quelli con cui si può entrare qui. Sceglilo dalla pagina di accesso.',
    'wrong-logout': 'La richiesta di uscita non è valida',
    'wrong-logoutWhy':
      'Non abbiamo potuto verificare chi chiede di uscire. Se vuoi uscire da questo sito, usa il pulsante Esci.',
    again: 'Riprova',
    others: 'Altri modi per entrare',
    home: 'Pagina iniziale',
  },
  en: {
    nr19: 'Too many attempts with wrong credentials',
    nr19Why:
      'Your identity provider did not let you in: the credentials were wrong too many times. Check user name and password, or recover them on the provider’s site, then try again.',
    nr20: 'Your identity does not reach the level that is asked for',
    nr20Why:
      'This service asks for a level of security that your digital identity does not have today. You can activate level 2 on your provider’s site, usually with its app or a code by SMS. Then try again.',
    nr21: 'The time for logging in is over',
    nr21Why: 'The login was left waiting for too long and the provider closed it. Try again: your data are safe.',
    nr22: 'You did not give your consent',
    nr22Why:
      'You chose not to send your data, so we did not log you in. We only need your name, surname, tax code, date of birth and contacts. If you change your mind, try again.',
    nr23: 'Your identity is suspended or revoked',
    nr23Why:
      'The provider says that your digital identity is suspended, revoked or blocked. Only the provider can activate it again: contact it from its site.',
    nr25: 'You cancelled the login',
    nr25Why: 'The login was cancelled before it ended. Nothing has changed: you can try again whenever you like.',
    nr30: 'This kind of identity cannot be used here',
    nr30Why:
      'You used an identity of a kind that this service does not accept, for example one for professional use. Try again with your personal identity.',
    refused: 'The provider did not let you in',
    refusedWhy: 'The identity provider refused the login without telling us why. Try again, or choose another way.',
    wrong: 'The login did not succeed',
    wrongWhy:
      'The identity provider’s answer was not valid, had been used before or came too late. For your safety we did not log you in. Try again from the beginning, in the same window.',
    'unknown-provider': 'Unknown identity provider',
    'unknown-providerWhy':
      'The chosen provider is not among those one can log in with here. Choose it from the login page.',
    'wrong-logout': 'The request to log out is not valid',
    'wrong-logoutWhy':
      'We could not verify who asks to log out. If you want to leave this site, use the Log out button.',
    again: 'Try again',
    others: 'Other ways to log in',
    home: 'Home page',
  },
});
