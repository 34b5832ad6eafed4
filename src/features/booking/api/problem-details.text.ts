import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { BookingProblem } from './problems.text.ts';

/** What one may do about a refusal, where there is something particular to say. */
export function bookingProblemDetails(reason: BookingProblem, language: Language): string | undefined {
  return reason in details ? detailTexts.for(language)(reason as keyof typeof details) : undefined;
}

const details = {
  'slot-full': 'Scegli un altro orario tra quelli liberi dello stesso giorno o dei giorni vicini.',
  'quota-full':
    'I posti che restano sono riservati ad altri: a chi risiede nel Comune, o a chi prenota in un altro modo (allo sportello, per telefono). Scegli un altro orario tra quelli liberi per te.',
  'none-left': 'Nei giorni chiesti non c’è posto. Prova con altri giorni o un’altra sede.',
  'already-booked': 'Sposta o annulla la prenotazione che c’è già, in questa o in un’altra sede.',
  'not-open': 'L’orario è passato, è troppo vicino o non è di questo servizio.',
  'beyond-horizon': 'Il momento in cui apre è tra le aperture dei posti del servizio.',
  'login-required': 'Senza accesso si può trattenere solo una piccola parte dei posti di un giorno.',
  'party-too-large': 'Chiedi meno posti: quanti se ne possono avere è tra le regole del servizio.',
  'not-of-priority-age': 'Scegli un posto per tutti, o un altro motivo di priorità.',
  'party-mismatch': 'Indica tante persone quanti sono i posti trattenuti.',
  'hold-expired':
    'Il posto non è trattenuto per te, non lo è più, o è già una prenotazione. Scegli di nuovo un orario.',
  'queue-required':
    'Prendi un biglietto con POST /queue (o dalla pagina del servizio) e chiedi il posto quando è il tuo turno.',
  'not-the-ticket-holder':
    'Con un biglietto si prenotano proprio le persone e il servizio per cui è stato preso, da parte di chi lo ha preso.',
  'already-extended': 'Concludi la prenotazione prima della fine, o scegli di nuovo un orario.',
  'cancelled-often': 'Riprova tra qualche giorno, o chiedi alla sede: allo sportello il limite non vale.',
  'not-who-waited': 'Tra le persone deve esserci chi era in lista, o un minorenne che accompagna.',
  'too-many-bookings':
    'Quando uno degli appuntamenti è passato o annullato se ne può prenotare un altro. Chi non è della famiglia prenota con un account suo.',
  'hold-is-for-move': 'Usalo per spostare la prenotazione per cui è stato chiesto.',
  'not-resident':
    'Correggi il comune, o trattieni un altro posto senza dire che le persone risiedono nel comune della sede.',
  'clearance-too-late':
    'Il comune di residenza deve poter rispondere prima dell’appuntamento: scegli un giorno più lontano.',
  'too-early': 'Si può da quando si apre il periodo indicato in confirmBy.',
  'too-late': 'Il periodo per farlo è finito. Scrivi alla sede.',
  'taken-in-charge': 'La sede ha cominciato a lavorarci: per cambiare qualcosa scrivi alla sede.',
  'photo-changed': 'Leggi di nuovo la foto di questa persona, guardala, poi ripeti con il suo photoId.',
  'not-bookable': 'Le istruzioni del servizio dicono come rivolgersi alla sede.',
} as const satisfies Partial<Record<BookingProblem, string>>;

const detailTexts = defineTexts('booking/problem-details', {
  it: details,
  en: {
    'slot-full': 'Choose another free time of the same day or of the days near it.',
    'quota-full':
      'The seats that are left are kept for others: residents of the municipality, or people who book in another way (at the desk, by phone). Choose another time among those free for you.',
    'none-left': 'There is no seat on the days asked for. Try other days or another office.',
    'already-booked': 'Move or cancel the booking there is already, at this or another office.',
    'not-open': 'The time is past, too near, or not of this service.',
    'beyond-horizon': 'The moment it opens is among the releases of the service.',
    'login-required': 'Without login only a small part of a day’s seats can be held.',
    'party-too-large': 'Ask for fewer seats: how many one may have is among the rules of the service.',
    'not-of-priority-age': 'Choose a seat that is everybody’s, or another ground for priority.',
    'party-mismatch': 'Name as many people as there are seats held.',
    'hold-expired': 'The seat is not held for you, no longer held, or a booking already. Choose a time again.',
    'queue-required': 'Take a ticket with POST /queue (or on the page of the service) and ask when it is your turn.',
    'not-the-ticket-holder':
      'With a ticket one books exactly the people and the service it was taken for, by whoever took it.',
    'already-extended': 'Finish the booking before the end, or choose a time again.',
    'cancelled-often': 'Try again in a few days, or ask the office: the limit does not hold at the desk.',
    'not-who-waited': 'Among the people must be whoever was on the list, or a child they come with.',
    'too-many-bookings':
      'When one of the appointments is over or cancelled another can be booked. Who is not of the family books with an account of their own.',
    'hold-is-for-move': 'Use it to move the booking it was asked for.',
    'not-resident':
      'Correct the municipality, or hold another seat without saying that the people live in the office’s municipality.',
    'clearance-too-late':
      'The municipality of residence must be able to answer before the appointment: choose a later day.',
    'too-early': 'It can be done from when the time named in confirmBy opens.',
    'too-late': 'The time to do this is over. Write to the office.',
    'taken-in-charge': 'The office has begun to work on it: to change something, write to the office.',
    'photo-changed': 'Read the photo of this person again, look at it, then repeat with its photoId.',
    'not-bookable': 'The instructions of the service say how to turn to the office.',
  },
});
