import type { Language } from '../language.ts';
import { defineTexts } from '../texts.ts';
import type { FieldError } from './problem.ts';

/** What a problem means for the caller and what to do next, where the feature has no words of its own. */
export function problemDetail(status: number, language: Language, errors: readonly FieldError[] = []): string {
  if (errors.length > 0) return [...new Set(errors.map(({ message }) => sentence(message)))].join(' ');
  const key = `s${status}`;
  return detailTexts.for(language)(key in details ? (key as keyof typeof details) : status >= 500 ? 's500' : 's400');
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const details = {
  s400: 'Il servizio non ha potuto leggere la richiesta. Non è cambiato nulla.',
  s401: 'Accedi al sito, oppure manda il token di una sessione come Authorization: Bearer.',
  s403: 'Chi fa la richiesta non può farlo. Non è cambiato nulla.',
  s404: 'Qui non c’è nulla, oppure riguarda qualcosa che non è tuo.',
  s409: 'Lo stato attuale non lo permette. Non è cambiato nulla.',
  s410: 'Il tempo è finito. Non è cambiato nulla.',
  s413: 'Il contenuto supera il limite. Non è cambiato nulla.',
  s415: 'Manda JSON, con Content-Type: application/json.',
  s422: 'Correggi i dati indicati e manda di nuovo. Non è cambiato nulla.',
  s423: 'Aspetta il momento indicato, poi riprova.',
  s429: 'Aspetta i secondi indicati da Retry-After, poi riprova.',
  s500: 'Le prenotazioni già fatte sono al sicuro. Riprova tra poco.',
  s503: 'Le prenotazioni già fatte sono al sicuro. Riprova tra qualche secondo.',
} as const;

const detailTexts = defineTexts('platform/problem-detail', {
  it: details,
  en: {
    s400: 'The service could not read the request. Nothing has changed.',
    s401: 'Log in on the site, or send the token of a session as Authorization: Bearer.',
    s403: 'Whoever asks may not do this. Nothing has changed.',
    s404: 'There is nothing here, or it is about something that is not yours.',
    s409: 'The present state does not allow it. Nothing has changed.',
    s410: 'The time is over. Nothing has changed.',
    s413: 'The body is larger than allowed. Nothing has changed.',
    s415: 'Send JSON, with Content-Type: application/json.',
    s422: 'Correct what is named and send again. Nothing has changed.',
    s423: 'Wait until the moment named, then try again.',
    s429: 'Wait for the seconds named by Retry-After, then try again.',
    s500: 'Bookings already made are safe. Try again soon.',
    s503: 'Bookings already made are safe. Try again in a few seconds.',
  },
});
