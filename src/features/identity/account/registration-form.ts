import { z } from 'zod';
import { languages } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { checkCodiceFiscale } from '../codice-fiscale/codice-fiscale.ts';
import {
  birthPlaceField,
  codiceFiscaleField,
  emailField,
  nameField,
  newPasswordField,
  officeField,
  phoneField,
} from '../fields.ts';
import { passwordFault } from '../rules.ts';

const fields = z.object({
  givenName: nameField,
  familyName: nameField,
  birthDate: typedDateSchema,
  birthPlace: birthPlaceField.optional(),
  email: emailField,
  password: newPasswordField,
  codiceFiscale: codiceFiscaleField.optional(),
  phone: phoneField.optional(),
  office: officeField.optional(),
  language: z.enum(languages, 'invalid').optional(),
  /** where they live, to propose an office; not kept */
  country: z
    .string()
    .regex(/^([A-Za-z]{2})?$/, 'required-choice')
    .optional(),
  next: z.string().optional(),
});

const earliest = Temporal.PlainDate.from('1900-01-01');

/** What somebody sends to register, in the page or over the API. `today` is the last day one can be born on. */
export function registrationSchema(today: Temporal.PlainDate) {
  // In a pipe, because refinements of an object run even when some of its fields are not what their type says.
  return fields.pipe(z.custom<RegistrationForm>().superRefine(refine));

  function refine(person: RegistrationForm, context: z.RefinementCtx<RegistrationForm>): void {
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (Temporal.PlainDate.compare(person.birthDate, today) > 0) fault('birthDate', 'date-future');
    if (Temporal.PlainDate.compare(person.birthDate, earliest) < 0) fault('birthDate', 'too-old');
    if (person.codiceFiscale !== undefined) {
      const checked = checkCodiceFiscale(person.codiceFiscale, person);
      if (!checked.ok) fault('codiceFiscale', checked.reason);
    }
    const mailbox = person.email.split('@', 1)[0] ?? '';
    const own = passwordFault(person.password, [person.givenName, person.familyName, person.email, mailbox]);
    if (own !== undefined) fault('password', own);
  }
}

export type RegistrationForm = z.output<typeof fields>;
