import type { FastifyRequest } from 'fastify';
import { codiceFiscaleTexts } from '#features/identity/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { PersonFault } from '../people.ts';
import { bookingProblemTexts } from './problems.text.ts';

/** A person's fault as a field error: `people.0.codiceFiscale`. */
export function personError(request: FastifyRequest, fault: PersonFault): FieldError {
  const field = `people.${fault.position}.${fault.field}`;
  switch (fault.reason) {
    case 'codice-fiscale-form':
    case 'codice-fiscale-check-character':
    case 'codice-fiscale-name':
    case 'codice-fiscale-birth-date': {
      const cause = codiceFiscaleCauses[fault.reason];
      return { field, reason: fault.reason, message: codiceFiscaleTexts.for(request.language)(cause) };
    }
    case 'same-person':
    case 'self-twice':
      return { field, reason: fault.reason, message: bookingProblemTexts.for(request.language)(fault.reason) };
    case 'required':
    case 'date':
    case 'date-future':
      return fieldError(field, fault.reason, request.language);
  }
}

const codiceFiscaleCauses = {
  'codice-fiscale-form': 'form',
  'codice-fiscale-check-character': 'check-character',
  'codice-fiscale-name': 'name',
  'codice-fiscale-birth-date': 'birth-date',
} as const;
