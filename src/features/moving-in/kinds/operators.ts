import { bringOperator, emailField, nameField, networkRoles, officeRoles } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import { languageOrItalian } from '#platform/language.ts';
import * as read from '../cells/readers.ts';
import { faultAt, type Field, type Reading, type ReadRow, textIn } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { officeField, placeOf, placesOf } from '../places.ts';

const userNameField: Field = {
  name: 'user_name',
  also: ['nome_utente', 'utente', 'login', 'username'],
  read: userName,
  personal: true,
};
const roleField: Field = { name: 'role', also: ['ruolo', 'profilo'], read: read.choice(roleWords()), mandatory: true };
const office: Field = { ...officeField, mandatory: false };

const fields: readonly Field[] = [
  userNameField,
  { name: 'email', also: ['e_mail', 'mail', 'posta_elettronica'], read: email, personal: true, mandatory: true },
  { name: 'given_name', also: ['nome', 'first_name'], read: name, personal: true, mandatory: true },
  { name: 'family_name', also: ['cognome', 'surname', 'last_name'], read: name, personal: true, mandatory: true },
  { name: 'language', also: ['lingua'], read: read.text(10) },
  office,
  roleField,
  { name: 'with_sites', also: ['anche_sportelli'], read: read.yesNo },
  { name: 'organisation', also: ['ente', 'organizzazione'], read: read.text(100) },
];

/** Who works for the offices, a row for each role. */
export function operatorsKind(run: ImportRun): Kind {
  return { name: 'operators', fields, batch: 200, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const places = await placesOf(tx, rows);
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(await takeOne(row));
    return outcomes;

    async function takeOne(row: ReadRow): Promise<Outcome> {
      const { values } = row;
      const role = [...officeRoles, ...networkRoles].find((known) => known === values['role']);
      if (role === undefined) return refused(faultAt(row.raw, roleField, { reason: 'choice' }));
      const isOfNetwork = networkRoles.some((known) => known === role);
      if (!isOfNetwork && values['office'] === undefined)
        return refused(faultAt(row.raw, office, { reason: 'role-place' }));
      const found = values['office'] === undefined ? undefined : placeOf(run, places, row);
      if (found && 'outcome' in found) return found.outcome;
      const became = await bringOperator(tx, {
        email: String(values['email']),
        givenName: String(values['given_name']),
        familyName: String(values['family_name']),
        language: languageOrItalian(values['language']),
        userName: textIn(values, 'user_name'),
        role,
        officeId: found?.place.id ?? null,
        withSites: found !== undefined && values['with_sites'] === true,
        organisation: role === 'helper' ? textIn(values, 'organisation') : null,
        tell: run.choices.tell !== 'none',
        now: run.now,
      });
      if (became === 'user-name-taken') return refused(faultAt(row.raw, userNameField, { reason: 'user-name-taken' }));
      return { became: became === 'create' ? 'created' : became === 'change' ? 'changed' : 'same' };
    }
  }
}

function roleWords(): Record<string, string[]> {
  return {
    operator: ['operatore', 'addetto', 'sportellista'],
    officer: ['responsabile', 'funzionario', 'referente'],
    'planner-manager': ['gestore agende', 'gestore agenda'],
    'office-admin': ['amministratore', 'amministratore sede'],
    helper: ['sportello amico', 'aiuto', 'patronato'],
    'network-admin': ['amministratore rete'],
    auditor: ['revisore'],
    integration: ['integrazione'],
  };
}

function userName(text: string): Reading {
  return /^[^\s@\p{C}]{2,100}$/u.test(text) ? { ok: true, value: text } : { ok: false, reason: 'user-name' };
}

function email(text: string): Reading {
  const parsed = emailField.safeParse(text);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'email' };
}

function name(text: string): Reading {
  const parsed = nameField.safeParse(text);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'name' };
}
