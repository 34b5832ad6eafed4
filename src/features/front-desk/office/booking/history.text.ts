import { defineTexts } from '#platform/texts.ts';

const it = {
  created: 'Prenotazione fatta',
  'confirm-requested': 'Chiesta la conferma per e-mail',
  'confirm-undelivered': 'La richiesta di conferma non è arrivata',
  'contact-corrected': 'Corretti i contatti',
  'person-corrected': 'Corretti i dati della persona, come chiesto',
  'no-show-excused': 'Assenza scusata',
  restored: 'Restituita a chi l’aveva, dopo l’annullamento',
  'loss-told': 'La persona è stata avvisata dell’annullamento',
  confirmed: 'Confermata',
  moved: 'Spostata a un altro orario',
  'move-offered': 'Offerto un altro posto',
  'offer-declined': 'Posto offerto rifiutato',
  'offer-expired': 'Posto offerto scaduto senza risposta',
  'no-seat-found': 'Nessun altro posto trovato',
  'office-asked': 'Richiesta alla sede',
  'request-answered': 'Risposto alla richiesta',
  kept: 'Lasciata com’è',
  cancelled: 'Annullata',
  'taken-in-charge': 'Presa in carico',
  'given-back': 'Restituita: la persona può di nuovo fare da sola',
  'checked-in': 'Segnato l’arrivo',
  called: 'Persona chiamata allo sportello',
  served: 'Segnata come servita',
  'no-show': 'Segnata come assente',
  'mark-undone': 'Annullato l’ultimo segno',
  other: 'Altro',
  citizen: 'chi ha prenotato',
  office: 'la sede',
  system: 'il sistema',
  reason: 'Motivo: {reason}',
  line: '{date}, ore {time} · {who}',
} as const;

export const deskHistoryTexts = defineTexts('front-desk/history', {
  it,
  en: {
    created: 'Booking made',
    'confirm-requested': 'Confirmation asked for by e-mail',
    'confirm-undelivered': 'The request to confirm did not arrive',
    'contact-corrected': 'Contacts corrected',
    'person-corrected': 'The person’s details put right, as asked',
    'no-show-excused': 'Absence excused',
    restored: 'Given back after it was cancelled',
    'loss-told': 'The person was told that it was cancelled',
    confirmed: 'Confirmed',
    moved: 'Moved to another time',
    'move-offered': 'Another seat offered',
    'offer-declined': 'Seat offered declined',
    'offer-expired': 'Seat offered not answered in time',
    'no-seat-found': 'No other seat found',
    'office-asked': 'Request to the office',
    'request-answered': 'Request answered',
    kept: 'Left as it is',
    cancelled: 'Cancelled',
    'taken-in-charge': 'The office is handling it',
    'given-back': 'Given back: the person may act alone again',
    'checked-in': 'Arrival noted',
    called: 'Person called to the desk',
    served: 'Marked as served',
    'no-show': 'Marked as absent',
    'mark-undone': 'Last mark taken back',
    other: 'Other',
    citizen: 'who booked',
    office: 'the office',
    system: 'the system',
    reason: 'Reason: {reason}',
    line: '{date}, {time} · {who}',
  },
});

type HistoryKey = Exclude<keyof typeof it, 'other' | 'citizen' | 'office' | 'system' | 'reason' | 'line'>;

/** The word for an event; a kind that another version wrote is `other`. */
export function historyKey(kind: string): HistoryKey | 'other' {
  const known = Object.keys(it).filter(
    (key): key is HistoryKey => !['other', 'citizen', 'office', 'system', 'reason', 'line'].includes(key),
  );
  return known.find((key) => key === kind) ?? 'other';
}
