import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Language } from '../language.ts';
import { isLanguage } from '../language.ts';
import { defineTexts } from '../texts.ts';
import { sentNoCookie } from './csrf.ts';
import { localPath } from './page.ts';
import { type FieldError, HttpProblem } from './problem.ts';

/** What a form held when it was sent: shown again as typed. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * A form as read at the door. When it is not `ok` the same page is shown again with `values` and `errors` and `status`:
 * 200 after the language switch, 403 with a fresh token when the page was too old, 422 when something is wrong.
 */
export type Form<Value> =
  | { ok: true; value: Value; values: FormValues }
  | { ok: false; status: 200 | 403 | 422; values: FormValues; errors: readonly FieldError[] };

/**
 * Reads a posted form. Field errors take their reason from the schema's messages (`z.string().min(1, 'required')`) and
 * their words from `messages` (by `field.reason`, then by `reason`) or from the words every form shares.
 */
export function readForm<Schema extends z.ZodType>(
  request: FastifyRequest,
  schema: Schema,
  messages: (key: string) => string | undefined = () => undefined,
): Form<z.output<Schema>> {
  const values = formValues(request.body);
  if (isLanguage(values['_lang'])) return { ok: false, status: 200, values, errors: [] };
  if (!request.csrfValid) {
    const reason = sentNoCookie(request) ? 'no-cookie' : 'wrong-csrf';
    const message = formTexts.for(request.language)(reason === 'no-cookie' ? reason : 'stale');
    return { ok: false, status: 403, values, errors: [{ field: '', reason, message }] };
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  return { ok: false, status: 422, values, errors: fieldErrors(parsed.error, request.language, messages) };
}

/**
 * A button that writes and has no fields: 403 when it was not pressed on a page of ours. Sent with a language, as a form
 * that is only to be shown again, it does nothing and leads back to the page.
 */
export function readPost(request: FastifyRequest): void {
  if (!request.csrfValid) throw new HttpProblem(403, 'wrong-csrf');
  if (!isLanguage(formValues(request.body)['_lang'])) return;
  throw new HttpProblem(303, 'nothing-done', { headers: { location: localPath(request.url) } });
}

/** One value of a form as text, for showing it again. */
export function formValue(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a repeated field. */
export function formList(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Schema errors as field errors: at most one a field, dotted names. */
export function fieldErrors(
  error: z.ZodError,
  language: Language,
  messages: (key: string) => string | undefined = () => undefined,
): FieldError[] {
  const found = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (found.has(field)) continue;
    const reason = reasonOf(issue);
    const message = messages(`${field}.${reason}`) ?? messages(reason) ?? sharedMessage(reason, language);
    found.set(field, { field, reason, message });
  }
  return [...found.values()];
}

/** A field error found after parsing, with words of the page or the shared ones. */
export function fieldError(field: string, reason: string, language: Language, message?: string): FieldError {
  return { field, reason, message: message ?? sharedMessage(reason, language) };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z][a-z0-9-]*$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong-type';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'too-short';
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  return 'invalid';
}

function sharedMessage(reason: string, language: Language): string {
  return formTexts.for(language)(formTexts.has(reason) ? reason : 'invalid');
}

function formValues(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' || (Array.isArray(entry[1]) && entry[1].every((item) => typeof item === 'string')),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, clean(value)]));
}

// NUL cannot be stored by PostgreSQL, and nobody types it.
function clean(value: string | string[]): string | string[] {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value.map((item) => item.replaceAll('\0', ''));
}

export const formTexts = defineTexts('platform/form', {
  it: {
    required: 'Compila questo campo.',
    'required-choice': 'Scegli una delle possibilità.',
    'too-long': 'Il testo è troppo lungo.',
    'too-short': 'Il testo è troppo corto.',
    'wrong-type': 'Il valore non è del tipo giusto.',
    'unknown-field': 'Questo campo non è previsto.',
    email: 'Scrivi un indirizzo e-mail completo, come nome@esempio.it.',
    phone: 'Scrivi il numero con il prefisso, per esempio +39 333 1234567.',
    name: 'Scrivi il nome con lettere, come sul documento.',
    date: 'Scrivi una data che esiste, come giorno, mese e anno.',
    'date-future': 'La data deve essere nel passato.',
    time: 'Scrivi un’ora come 09:30.',
    number: 'Scrivi un numero intero.',
    'out-of-range': 'Il numero è fuori dai limiti.',
    'date-order': 'La fine deve venire dopo l’inizio.',
    unknown: 'Questo valore non esiste.',
    'invalid-cursor': 'Usa il nextCursor della risposta precedente.',
    'invalid-place': 'Scrivi latitudine e longitudine in gradi, come 41.9,12.5.',
    'key-length': 'La chiave ha da 1 a 128 caratteri.',
    'key-reused': 'Usa una chiave nuova per ogni nuova richiesta.',
    invalid: 'Controlla questo campo.',
    stale: 'La pagina era aperta da troppo tempo e non è cambiato nulla. Controlla e invia di nuovo.',
    'no-cookie':
      'Il tuo browser non ci ha mandato il cookie di questo sito, che protegge i moduli. Permetti i cookie per questo sito e invia di nuovo.',
  },
  en: {
    required: 'Fill in this field.',
    'required-choice': 'Choose one of these.',
    'too-long': 'The text is too long.',
    'too-short': 'The text is too short.',
    'wrong-type': 'The value is of the wrong type.',
    'unknown-field': 'This field is not expected.',
    email: 'Write a complete e-mail address, like name@example.com.',
    phone: 'Write the number with its prefix, for example +44 7700 900123.',
    name: 'Write the name in letters, as in the document.',
    date: 'Write a date that exists, as day, month and year.',
    'date-future': 'The date must be in the past.',
    time: 'Write a time like 09:30.',
    number: 'Write a whole number.',
    'out-of-range': 'The number is out of range.',
    'date-order': 'The end must come after the beginning.',
    unknown: 'There is no such value.',
    'invalid-cursor': 'Use the nextCursor of the answer before.',
    'invalid-place': 'Write latitude and longitude in degrees, like 41.9,12.5.',
    'key-length': 'The key has 1 to 128 characters.',
    'key-reused': 'Use a new key for every new request.',
    invalid: 'Check this field.',
    stale: 'The page had been open for too long and nothing was changed. Check and send again.',
    'no-cookie':
      'Your browser did not send us this site’s cookie, which protects the forms. Allow cookies for this site and send again.',
  },
});
