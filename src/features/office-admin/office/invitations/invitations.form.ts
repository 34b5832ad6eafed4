import { z } from 'zod';
import type { Invited } from '#features/booking/index.ts';
import { type Language, languages } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';

export const mostAtOnce = 500;
export const noteSize = 300;
const longestLine = 200;

const email = z.email();

/** Chosen where the office does not know what the person reads. */
export const everyLanguage = 'all';

/** New invitations: for the people of a list, one a line, or for so many whose names nobody knows yet. */
export function invitationsSchema(today: Temporal.PlainDate, { usual }: { usual: Language }) {
  return z
    .object({
      people: z.string().default(''),
      count: z.string().default('1'),
      until: typedDateSchema,
      note: z
        .string()
        .default('')
        .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
        .pipe(z.string().max(noteSize, 'too-long')),
      write: z.literal('yes').optional(),
      language: z.enum([...languages, everyLanguage], 'required').default(usual),
    })
    .transform((values, context) => {
      const refuse = (field: string, message: string): void =>
        context.addIssue({ code: 'custom', path: [field], message });
      const { until } = values;
      if (Temporal.PlainDate.compare(until, today) < 0) refuse('until', 'past');
      else if (Temporal.PlainDate.compare(until, today.add({ years: 2 })) > 0) refuse('until', 'too-far');
      const lines = values.people.split(/\r?\n/).map((line) => line.replaceAll(/\s+/g, ' ').trim());
      const written = [...new Set(lines.filter((line) => line !== ''))];
      const named = written.map(readLine);
      if (written.some((line) => line.length > longestLine)) refuse('people', 'line-too-long');
      else if (named.some((one) => one === undefined)) refuse('people', 'line-email');
      else if (named.length > mostAtOnce) refuse('people', 'too-many');
      const count = /^\d{1,3}$/.test(values.count.trim()) ? Number(values.count) : 0;
      if (named.length === 0 && (count < 1 || count > mostAtOnce)) refuse('count', 'count');
      const nobody: Invited = { person: null, email: null };
      const invited = named.length > 0 ? named.filter((one) => one !== undefined) : Array<Invited>(count).fill(nobody);
      const language = values.language === everyLanguage ? null : values.language;
      const note = values.note === '' ? null : values.note;
      return { invited, until, note, write: values.write === 'yes', language };
    });
}

/** `Ada Prova <ada@posta.example>`, `ada@posta.example` or `Ada Prova`; undefined when the address is none. */
function readLine(line: string): Invited | undefined {
  const parts = /^(.*?)[\s,;]*<?([^\s<>,;]+@[^\s<>,;]*)>?$/.exec(line);
  if (parts === null) return line.includes('@') ? undefined : { person: line, email: null };
  const [, name = '', address = ''] = parts;
  const person = name.replace(/["<]+/g, '').trim();
  return email.safeParse(address).success ? { person: person || null, email: address } : undefined;
}
