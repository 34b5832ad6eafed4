import { z } from 'zod';
import {
  type Clearance,
  handChannels,
  type Municipality,
  municipalitiesNamed,
  municipalityByCode,
  stepDayFault,
} from '#features/booking/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import type { Db } from '#platform/database.ts';
import { fieldError, fieldErrors, type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import type { ClearanceNote } from '../../record-clearance.ts';
import { deskClearanceTexts } from './clearance.text.ts';

const protocol = z
  .string()
  .trim()
  .max(60, 'too-long')
  .transform((text) => (text === '' ? null : text));
const channel = z.enum(handChannels, 'required-choice');
const reason = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1, 'reason-required').max(1000, 'too-long'));

const schemas = {
  asked: z.object({ on: typedDateSchema, channel, protocol, dueOn: typedDateSchema }),
  reminded: z.object({ on: typedDateSchema, dueOn: typedDateSchema }),
  granted: z.object({ on: typedDateSchema, protocol }),
  refused: z.object({ on: typedDateSchema, protocol, reason }),
  told: z.object({ on: typedDateSchema, channel, protocol }),
};

type DatedStep = keyof typeof schemas;

type Read =
  | { ok: true; note: ClearanceNote }
  | { ok: false; errors: readonly FieldError[]; choices?: readonly Municipality[] };

interface Reading {
  readonly values: FormValues;
  readonly clearance: Clearance;
  /** at the office */
  readonly today: Temporal.PlainDate;
  /** the last day that is of use, where a booking ends without an answer; null: any */
  readonly lastDue: Temporal.PlainDate | null;
  readonly language: Language;
}

/** A step as sent, made true. */
export async function readNote(db: Db, reading: Reading): Promise<Read> {
  const { values, language } = reading;
  const step = formValue(values, 'step');
  if (step === 'municipality') return readMunicipality(db, reading);
  if (!Object.hasOwn(schemas, step)) return { ok: false, errors: [fieldError('step', 'required-choice', language)] };
  // Looked up above.
  return readDated(step as DatedStep, reading);
}

function readDated(step: DatedStep, { values, clearance, today, lastDue, language }: Reading): Read {
  const t = deskClearanceTexts.for(language);
  const sent = Object.fromEntries(
    ['on', 'dueOn', 'channel', 'protocol', 'reason'].map((name) => [name, formValue(values, name)]),
  );
  const read = schemas[step].safeParse(sent);
  if (!read.success) {
    const words = (key: string) => (key === 'reason-required' ? t('reasonRequired') : undefined);
    return { ok: false, errors: fieldErrors(read.error, language, words) };
  }
  const note: ClearanceNote = Object.assign({ step }, read.data) as ClearanceNote;
  const fault =
    'on' in note ? stepDayFault(note.on, { today, notBefore: step === 'asked' ? null : clearance.askedOn }) : undefined;
  if (fault !== undefined) return { ok: false, errors: [fieldError('on', fault, language, t(fault))] };
  if ('dueOn' in note && Temporal.PlainDate.compare(note.dueOn, note.on) < 0) {
    return { ok: false, errors: [fieldError('dueOn', 'before-request', language, t('dueBeforeAsked'))] };
  }
  if ('dueOn' in note && lastDue && Temporal.PlainDate.compare(note.dueOn, lastDue) > 0) {
    const message = t('dueTooLate', { last: dayMonthYear(lastDue, language) });
    return { ok: false, errors: [fieldError('dueOn', 'too-late', language, message)] };
  }
  return { ok: true, note };
}

/** A name that several municipalities have is chosen from among them. */
async function readMunicipality(db: Db, { values, language }: Reading): Promise<Read> {
  const t = deskClearanceTexts.for(language);
  const code = formValue(values, 'residence');
  const chosen = code === '' ? undefined : await municipalityByCode(db, code);
  if (chosen) return { ok: true, note: { step: 'municipality', residence: chosen.code } };
  const typed = formValue(values, 'municipality').trim().slice(0, 100);
  if (typed === '') return { ok: false, errors: [fieldError('municipality', 'required', language)] };
  const named = await municipalitiesNamed(db, typed);
  const [only, ...others] = named;
  if (only === undefined) {
    return { ok: false, errors: [fieldError('municipality', 'unknown', language, t('unknownMunicipality'))] };
  }
  if (others.length === 0) return { ok: true, note: { step: 'municipality', residence: only.code } };
  return { ok: false, errors: [fieldError('residence', 'required-choice', language)], choices: named };
}
