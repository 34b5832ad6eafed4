import { z } from 'zod';
import { controls, type Question, type QuestionOption, readPattern } from '#features/offices/index.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import type { LocalText } from '#platform/language.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';
import { codeFrom, codeShape } from './asked-code.ts';

export const labelSize = 200;
export const hintSize = 300;
const mostOptions = 40;
const freeRows = 3;

/** How many choices the form has room for: those there are, and some more. */
export function optionRows(values: FormValues): number {
  const asked = Number(formValue(values, 'rows'));
  const filled = Object.keys(values).flatMap((name) => {
    const row = /^options\.(\d{1,2})\./.exec(name)?.[1];
    return row !== undefined && formValue(values, name) !== '' ? [Number(row) + 1] : [];
  });
  const rows = Math.max(freeRows, Number.isInteger(asked) ? asked : 0, ...filled);
  return Math.min(rows, mostOptions);
}

/** The same form with room for more choices. */
export function withMoreRows(values: FormValues): FormValues {
  return { ...values, rows: String(Math.min(optionRows(values) + freeRows, mostOptions)) };
}

const line = z
  .string()
  .default('')
  .transform((text) => text.trim());

/** A question as the office writes it. */
export function questionSchema(languages: readonly string[]) {
  return z
    .object({
      ...textFields('label', languages, labelSize),
      'label.it': line.pipe(z.string().min(1, 'required').max(labelSize, 'too-long')),
      code: line.refine((code) => code === '' || codeShape.test(code), 'code'),
      askedOf: z
        .union([z.string(), z.array(z.string())])
        .default([])
        .transform((value) => [value].flat())
        .pipe(z.array(z.enum(['applicant', 'companion'])).min(1, 'required-choice')),
      control: z.enum(controls, 'required-choice'),
      mandatory: z.enum(['yes', 'no'], 'required-choice').default('no'),
      maxLength: line,
      pattern: line.refine((pattern) => pattern.length <= 200, 'too-long'),
      ...textFields('hint', languages, hintSize),
      ...textFields('patternMessage', languages, hintSize),
    })
    .loose()
    .transform((values, context): Omit<Question, 'id'> => {
      const refuse = (field: string, message: string): void =>
        context.addIssue({ code: 'custom', path: [field], message });
      const words = (name: string): LocalText | null => textOf(values, name, languages, context);
      const label = words('label');
      const { control } = values;
      const isText = control === 'text';
      const maxLength = isText ? readLength(values.maxLength, () => refuse('maxLength', 'length')) : 100;
      const pattern = isText && values.pattern !== '' ? values.pattern : null;
      if (pattern !== null && readPattern(pattern) === undefined) refuse('pattern', 'pattern');
      const patternMessage = pattern === null ? null : words('patternMessage');
      if (pattern !== null && patternMessage === null) refuse('patternMessage.it', 'required');
      const options = control === 'choice' ? readOptions(values, languages, refuse) : [];
      return {
        code: values.code || codeFrom(label?.it ?? '', 'domanda'),
        askedOf: [...new Set(values.askedOf)],
        control,
        label: label ?? { it: '' },
        hint: words('hint'),
        mandatory: values.mandatory === 'yes',
        maxLength,
        pattern,
        patternMessage,
        options,
      };
    });
}

function readLength(typed: string, refuse: () => void): number {
  if (typed === '') return 100;
  const length = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (length < 1 || length > 500) refuse();
  return length;
}

function readOptions(
  values: Readonly<Record<string, unknown>>,
  languages: readonly string[],
  refuse: (field: string, message: string) => void,
): QuestionOption[] {
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const options: QuestionOption[] = [];
  for (let row = 0; row < mostOptions; row += 1) {
    const code = text(`options.${row}.code`);
    const written = languages.flatMap((language) => {
      const words = text(`options.${row}.${language}`);
      return words === '' ? [] : [[language, words] as const];
    });
    if (code === '' && written.length === 0) continue;
    const { it = '', ...others } = Object.fromEntries(written) as { it?: string };
    const option = { code: code || codeFrom(it, 'scelta'), label: { it, ...others } };
    if (it === '') refuse(`options.${row}.it`, 'italian-first');
    else if (written.some(([, words]) => words.length > labelSize)) refuse(`options.${row}.it`, 'too-long');
    else if (!codeShape.test(option.code)) refuse(`options.${row}.code`, 'code');
    else if (options.some((other) => other.code === option.code)) refuse(`options.${row}.code`, 'option-twice');
    options.push(option);
  }
  if (options.length < 2) refuse(`options.${options.length}.it`, 'two-options');
  return options;
}

/** What the form shows of a question. */
export function questionValues(question: Question): FormValues {
  const options = question.options.flatMap(({ code, label }, row) => [
    [`options.${row}.code`, code],
    ...Object.entries(label).map(([language, words]) => [`options.${row}.${language}`, words]),
  ]);
  return {
    code: question.code,
    askedOf: [...question.askedOf],
    control: question.control,
    mandatory: question.mandatory ? 'yes' : 'no',
    maxLength: String(question.maxLength),
    pattern: question.pattern ?? '',
    ...textValues('label', question.label),
    ...textValues('hint', question.hint),
    ...textValues('patternMessage', question.patternMessage),
    ...(Object.fromEntries(options) as FormValues),
  };
}
