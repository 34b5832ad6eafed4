import type { Db } from '#platform/database.ts';
import type { ImportRun, Kind, KindName } from '../import-run.ts';
import { appointmentsKind } from './appointments.ts';
import { closuresKind, extraOpeningsKind } from './calendar.ts';
import { historyKind } from './history.ts';
import { officesKind } from './offices.ts';
import { openingRulesKind } from './opening-rules.ts';
import { operatorsKind } from './operators.ts';
import { plannersKind } from './planners.ts';
import { servicesKind } from './services.ts';

/** How files of a kind are read and taken. */
export async function kindOf(db: Db, run: ImportRun, name: KindName): Promise<Kind> {
  switch (name) {
    case 'offices':
      return officesKind(db, run);
    case 'services':
      return servicesKind(db, run);
    case 'planners':
      return plannersKind(db, run);
    case 'opening-rules':
      return openingRulesKind(run);
    case 'closures':
      return closuresKind(run);
    case 'extra-openings':
      return extraOpeningsKind(run);
    case 'operators':
      return operatorsKind(run);
    case 'appointments':
      return appointmentsKind(db, run);
    case 'history':
      return historyKind(run);
  }
}

/** Names of files, by what they are about. */
const fileWords: Readonly<Record<KindName, RegExp>> = {
  services: /serviz|service/,
  planners: /planner|agend|calendar(?!io_ch)|calendari/,
  'opening-rules': /opening-rules|orari|regol/,
  closures: /closure|chiusur|festiv/,
  'extra-openings': /extra|apertur/,
  operators: /operator|utent|account/,
  history: /histor|stori|event/,
  appointments: /appointment|appuntament|prenotazion|booking/,
  offices: /office|uffici|sedi/,
};

/** What a file is about: as it says itself, by its name, or by its headings. */
export function guessKind(given: {
  said: string | undefined;
  fileName: string;
  headings: readonly string[];
}): KindName | undefined {
  const names = Object.keys(fileWords) as KindName[];
  const said = names.find((name) => name === given.said);
  if (given.said !== undefined) return said;
  const word = given.fileName.toLowerCase();
  const byName = names.find((name) => fileWords[name].test(word));
  if (byName) return byName;
  const has = (...any: string[]) => any.some((heading) => given.headings.includes(heading));
  if (has('codice_fiscale', 'cf') || (has('cognome', 'family_name') && has('data', 'date', 'starts_at')))
    return 'appointments';
  if (has('role', 'ruolo')) return 'operators';
  if (has('weekdays', 'giorni_settimana')) return 'opening-rules';
  return undefined;
}
