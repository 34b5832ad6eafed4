import { z } from 'zod';
import { languages } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { birthPlaceField, codiceFiscaleField, nameField, phoneField } from '../fields.ts';

const earliest = Temporal.PlainDate.from('1900-01-01');

/** Who somebody is, as they write it; whether a codice fiscale fits the rest is told, not judged. */
export function personSchema(today: Temporal.PlainDate) {
  return z.object({
    givenName: nameField,
    familyName: nameField,
    birthDate: typedDateSchema
      .refine((date) => Temporal.PlainDate.compare(date, today) <= 0, 'date-future')
      .refine((date) => Temporal.PlainDate.compare(date, earliest) >= 0, 'too-old'),
    birthPlace: birthPlaceField.optional(),
    codiceFiscale: codiceFiscaleField.optional(),
  });
}

/** What somebody may write of themselves. */
export function profileSchema(today: Temporal.PlainDate) {
  return personSchema(today).extend({
    phone: phoneField.optional(),
    language: z.enum(languages, 'required-choice'),
  });
}
