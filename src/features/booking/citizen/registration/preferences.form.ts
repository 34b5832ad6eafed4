import { fieldError, type FormValues, formList, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import type { PlacedPreferences } from '../../registration-draw/keep-registration.ts';
import type { DrawPlace } from '../../registration-draw/seats-offered.query.ts';
import { valuesFromQuery, wishesSchema, wishFields } from '../waiting-list/wishes.form.ts';
import { preferenceFaults, preferencesTexts } from './preferences.text.ts';

export const preferenceFields = [...wishFields, 'office', 'waiting', 'resident'] as const;

export interface PreferencesAsked {
  /** offices of the draw for one service, the draw's own first */
  readonly places: readonly DrawPlace[];
  readonly today: Temporal.PlainDate;
  readonly language: Language;
}

export type PreferencesRead =
  | { ok: true; preferences: PlacedPreferences }
  | { ok: false; errors: readonly FieldError[] };

/** Preferences as the form or an address says them, made true; all that is wrong at once. */
export function readPreferences(values: FormValues, { places, today, language }: PreferencesAsked): PreferencesRead {
  const chosen = chosenPlaces(values, places);
  const partyMax = Math.min(...(chosen.length > 0 ? chosen : places).map((place) => place.partyMax));
  const parsed = wishesSchema({ partyMax, today }).safeParse(values);
  const errors = parsed.success ? [] : faultsOf(parsed.error.issues, language);
  if (chosen.length === 0)
    errors.push(fieldError('office', 'unknown-office', language, preferencesTexts.for(language)('unknown-office')));
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { wishes } = parsed.data;
  return { ok: true, preferences: { wishes, places: chosen, wantsWaiting: formValue(values, 'waiting') === 'yes' } };
}

/** The office preferred, then the others in the order of the page. */
function chosenPlaces(values: FormValues, places: readonly DrawPlace[]): DrawPlace[] {
  const [own] = places;
  const preferred = formValue(values, 'office') || own?.officeCode;
  const others = formList(values, 'offices');
  const known = new Set(places.map(({ officeCode }) => officeCode));
  if (preferred === undefined || ![preferred, ...others].every((code) => known.has(code))) return [];
  const isChosen = ({ officeCode }: DrawPlace) => officeCode !== preferred && others.includes(officeCode);
  return [...places.filter(({ officeCode }) => officeCode === preferred), ...places.filter(isChosen)];
}

function faultsOf(issues: readonly { path: PropertyKey[]; message: string }[], language: Language): FieldError[] {
  const words = preferenceFaults(language);
  const found = new Map<string, FieldError>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    if (found.has(field)) continue;
    const said = words(`${field}.${message}`) ?? words(message);
    found.set(field, fieldError(field, message, language, said));
  }
  return [...found.values()];
}

/** The form as an address describes it. */
export function valuesOfQuery(query: unknown, places: readonly DrawPlace[]): FormValues {
  const sent = typeof query === 'object' && query !== null ? (query as Record<string, unknown>) : {};
  const one = (name: string) => (typeof sent[name] === 'string' ? sent[name].slice(0, 60) : '');
  return {
    ...valuesFromQuery(query, 1),
    office: one('office') || (places[0]?.officeCode ?? ''),
    waiting: one('waiting'),
    resident: one('resident'),
  };
}

/** Preferences as an address: they say nothing about the person. */
export function preferenceQuery(values: FormValues): string {
  const query = new URLSearchParams();
  for (const name of preferenceFields)
    for (const value of formList(values, name)) if (value !== '') query.append(name, value.slice(0, 60));
  return query.toString();
}
