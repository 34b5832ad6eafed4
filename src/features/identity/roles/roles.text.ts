import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import type { OfficeTask } from './roles.ts';
import type { RoleName } from '../viewer.ts';

/** The roles as people call them. */
export const roleTexts = defineTexts('identity/role-names', {
  it: {
    helper: 'Intermediario',
    operator: 'Operatore',
    officer: 'Addetto',
    'planner-manager': 'Responsabile del planner',
    'office-admin': 'Referente della sede',
    'network-admin': 'Amministratore della rete',
    auditor: 'Revisore',
    integration: 'Programma collegato',
  },
  en: {
    helper: 'Helper',
    operator: 'Operator',
    officer: 'Officer',
    'planner-manager': 'Planner manager',
    'office-admin': 'Office administrator',
    'network-admin': 'Network administrator',
    auditor: 'Auditor',
    integration: 'Connected program',
  },
} satisfies { it: Record<RoleName, string>; en: Record<RoleName, string> });

/** What one may do at an office, in words. */
export const taskTexts = defineTexts('identity/task-names', {
  it: {
    'see-agenda': 'Vedere l’agenda del giorno',
    'see-booking': 'Aprire una prenotazione e cercarla',
    'book-for-citizen': 'Prenotare per un cittadino',
    confirm: 'Confermare una prenotazione',
    cancel: 'Annullare una prenotazione',
    'write-to-many': 'Scrivere a molte persone insieme',
    'take-in-charge': 'Prendere in carico una prenotazione',
    serve: 'Segnare arrivi, chiamate e servizi resi',
    'edit-planner': 'Cambiare orari, planner e chiusure',
    'edit-office': 'Cambiare i dati della sede, i servizi e chi ci lavora',
    'see-reports': 'Vedere i resoconti',
    'see-log': 'Leggere il registro di chi ha fatto che cosa',
    'answer-help': 'Rispondere alle richieste di aiuto',
    'look-after-accounts': 'Bloccare le nuove prenotazioni, rispondere ai ricorsi, correggere i dati del profilo',
    'merge-accounts': 'Unire due accessi della stessa persona',
  },
  en: {
    'see-agenda': 'See the agenda of the day',
    'see-booking': 'Open a booking and search for it',
    'book-for-citizen': 'Book for a citizen',
    confirm: 'Confirm a booking',
    cancel: 'Cancel a booking',
    'write-to-many': 'Write to many people at once',
    'take-in-charge': 'Handle a booking as the office',
    serve: 'Mark arrivals, calls and who was served',
    'edit-planner': 'Change hours, planners and closures',
    'edit-office': 'Change the office’s details, its services and who works there',
    'see-reports': 'See reports',
    'see-log': 'Read the log of who did what',
    'answer-help': 'Answer requests for help',
    'look-after-accounts': 'Block new bookings, answer appeals, put profile details right',
    'merge-accounts': 'Merge two accounts of one person',
  },
} satisfies { it: Record<OfficeTask, string>; en: Record<OfficeTask, string> });

export function roleName(role: RoleName, language: Language): string {
  return roleTexts.for(language)(role);
}
