import { defineTexts } from '#platform/texts.ts';

export const cieErrorTexts = defineTexts('federation/cie-error', {
  it: {
    deniedTitle: 'Non sei entrato con CIE',
    denied:
      'Hai annullato l’accesso, oppure non hai dato il consenso a trasmettere i tuoi dati. Non abbiamo ricevuto nulla.',
    levelTitle: 'Serve un accesso più sicuro',
    level:
      'Per questo servizio occorre un livello di sicurezza più alto di quello con cui sei entrato. Riprova e scegli la modalità con il codice, l’app CieID o la carta.',
    staleTitle: 'L’accesso è scaduto',
    stale:
      'È passato troppo tempo, oppure la pagina di accesso era stata aperta in un altro browser o già usata. Ricomincia da qui.',
    unreachableTitle: 'CIE non risponde',
    unreachable:
      'In questo momento non possiamo raggiungere l’accesso con CIE. Riprova tra qualche minuto, oppure entra in un altro modo.',
    failedTitle: 'L’accesso con CIE non è riuscito',
    failed:
      'La risposta ricevuta non ha superato i nostri controlli, quindi non abbiamo aperto alcuna sessione. Riprova; se succede ancora, entra in un altro modo.',
    again: 'Riprova con CIE',
    otherWays: 'Altri modi per entrare',
  },
  en: {
    deniedTitle: 'You did not log in with CIE',
    denied: 'You cancelled the login, or did not agree to send your details. We have received nothing.',
    levelTitle: 'A safer login is needed',
    level:
      'This service asks for a higher level of security than the one you logged in with. Try again and choose the code, the CieID app or the card.',
    staleTitle: 'The login has expired',
    stale:
      'Too much time has passed, or the login page was opened in another browser or already used. Start again from here.',
    unreachableTitle: 'CIE does not answer',
    unreachable: 'We cannot reach the login with CIE at the moment. Try again in a few minutes, or log in another way.',
    failedTitle: 'The login with CIE failed',
    failed:
      'The answer we received did not pass our checks, so no session was opened. Try again; if it happens once more, log in another way.',
    again: 'Try again with CIE',
    otherWays: 'Other ways to log in',
  },
});
