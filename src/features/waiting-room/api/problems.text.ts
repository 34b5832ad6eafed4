import { defineTexts } from '#platform/texts.ts';

/** Why there is no place, and what to do about it. */
export const queueProblemTexts = defineTexts('waiting-room/problems', {
  it: {
    'already-waiting': 'Una di queste persone ha già un posto in questa sala d’attesa',
    'already-waiting-detail':
      'Il posto è di chi l’ha preso per primo, con qualunque account. Chi è stato riconosciuto da una sede, con il proprio account lo riprende; altrimenti si lascia prima l’altro posto.',
    'too-many-tickets': 'Questo account ha già cinque posti in questa sala d’attesa',
    'too-many-tickets-detail': 'Lascia un posto che non serve più, oppure chi aspetta lo prende con un account suo.',
    'not-yet': 'La sala d’attesa non è ancora aperta',
    'not-yet-detail': 'Si entra da joinsAt. Chi entra prima non ha vantaggi.',
    over: 'La sala d’attesa è chiusa',
    'over-detail': 'I posti sono finiti o sono liberi per tutti: guarda gli orari del servizio.',
    'not-bookable': 'Questo servizio non si prenota qui',
    'not-bookable-detail': 'Le istruzioni del servizio dicono come rivolgersi alla sede.',
    'not-waiting': 'Questo posto non è più in attesa',
    'not-waiting-detail':
      'È già stato usato o lasciato, oppure con esso è trattenuto un posto: prima si lascia quello.',
  },
  en: {
    'already-waiting': 'One of these people has a place in this waiting room already',
    'already-waiting-detail':
      'The place belongs to whoever took it first, with any account. Somebody whom an office has identified gets it back with their own account; otherwise the other place is left first.',
    'too-many-tickets': 'This account has five places in this waiting room already',
    'too-many-tickets-detail':
      'Leave a place that is not needed, or let whoever waits take it with an account of their own.',
    'not-yet': 'The waiting room is not open yet',
    'not-yet-detail': 'One joins from joinsAt on. Who joins early has no advantage.',
    over: 'The waiting room is closed',
    'over-detail': 'The seats are gone, or free for everybody: look at the times of the service.',
    'not-bookable': 'This service cannot be booked here',
    'not-bookable-detail': 'The instructions of the service say how to reach the office.',
    'not-waiting': 'This place does not wait any more',
    'not-waiting-detail': 'It was used or left already, or a seat is held with it: that is given back first.',
  },
});
