import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { ComingFault } from './who-may-come.rules.ts';

const whoMayComeTexts = defineTexts('booking/who-may-come', {
  it: {
    'too-young':
      'Per questo servizio bisogna avere almeno {limit, plural, one {un anno} other {# anni}} il giorno dell’appuntamento.',
    'not-of-priority-age':
      'Questo posto è tenuto per chi ha almeno {limit} anni: scegli un altro orario o un altro motivo di priorità.',
    'too-old':
      'Per questo servizio bisogna avere al massimo {limit, plural, =0 {meno di un anno} one {un anno} other {# anni}} il giorno dell’appuntamento.',
    'not-alone': 'Questo servizio si prenota per più persone insieme: aggiungi chi viene con te.',
    'only-alone': 'Qui si prenota per una persona sola: ogni altra ha bisogno di una prenotazione sua.',
    'not-self': 'Questo servizio si prenota per un’altra persona, non per chi prenota: scegli chi è per te.',
    'self-missing': 'Fra le persone deve esserci chi prenota.',
    'not-this-relation': 'Per questo servizio non si può prenotare per chi ha questa parentela: scegline un’altra.',
  },
  en: {
    'too-young':
      'For this service one must be at least {limit, plural, one {one year} other {# years}} old on the day of the appointment.',
    'not-of-priority-age':
      'This seat is kept for people of {limit} or over: choose another time or another ground for priority.',
    'too-old':
      'For this service one must be at most {limit, plural, =0 {less than a year} one {one year} other {# years}} old on the day of the appointment.',
    'not-alone': 'This service is booked for several people together: add who comes with you.',
    'only-alone': 'Here one books for one person only: everyone else needs a booking of their own.',
    'not-self': 'This service is booked for somebody else, not for the one who books: choose who they are to you.',
    'self-missing': 'The one who books must be among the people.',
    'not-this-relation': 'This service cannot be booked for somebody of this relation: choose another.',
  },
} satisfies { it: Record<ComingFault['reason'], string>; en: Record<ComingFault['reason'], string> });

/** What to do about somebody who may not come. */
export function comingFaultWords(
  { reason, limit = 0 }: Pick<ComingFault, 'reason' | 'limit'>,
  language: Language,
): string {
  return whoMayComeTexts.for(language)(reason, { limit });
}

/** Whether a fault is one of these, by its reason. */
export function isComingReason(reason: string): reason is ComingFault['reason'] {
  return whoMayComeTexts.has(reason);
}
