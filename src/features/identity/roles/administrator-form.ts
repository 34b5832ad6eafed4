import { z } from 'zod';
import { checkCodiceFiscale } from '../codice-fiscale/codice-fiscale.ts';
import { codiceFiscaleField, emailField, nameField, newPasswordField } from '../fields.ts';
import { passwordFault } from '../rules.ts';

const fields = z.object({
  givenName: nameField,
  familyName: nameField,
  email: emailField,
  codiceFiscale: z.string('required').min(1, 'required').pipe(codiceFiscaleField),
  password: newPasswordField,
});

/** What the first administrator of an office types; the codice fiscale must fit the name, the password must not be it. */
export const administratorSchema = fields
  .pipe(
    z.custom<z.output<typeof fields>>().superRefine((person, context) => {
      const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const checked = checkCodiceFiscale(person.codiceFiscale ?? '', person);
      if (!checked.ok) fault('codiceFiscale', checked.reason);
      const mailbox = person.email.split('@', 1)[0] ?? '';
      const own = passwordFault(person.password, [person.givenName, person.familyName, person.email, mailbox]);
      if (own !== undefined) fault('password', own);
    }),
  )
  .transform((person) => ({ ...person, codiceFiscale: person.codiceFiscale ?? '' }));
