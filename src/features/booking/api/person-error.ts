import type { FastifyRequest } from 'fastify';
import { codiceFiscaleTexts } from '#features/identity/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { PersonFault } from '../people.ts';
import { comingFaultWords, isComingReason } from '../who-may-come.text.ts';
import { visitFaultWords } from '../visit/visit-fault-words.ts';
import { answerFaultWords } from '../questions/answer-faults.text.ts';
import { bookingProblemTexts } from './problems.text.ts';

/** A person's fault as a field error: `people.0.codiceFiscale`, `people.0.answers.height`. */
export function personError(request: FastifyRequest, fault: PersonFault): FieldError {
  if ('answer' in fault) {
    const { code, reason } = fault.answer;
    const field = `people.${fault.position}.answers.${code}`;
    return { field, reason, message: answerFaultWords(fault.answer, request.language) };
  }
  const field = `people.${fault.position}.${fault.field === 'cardExpires' ? 'visit.cardExpires' : fault.field}`;
  const { reason, limit } = fault;
  const more = visitFaultWords(fault, request.language);
  if (more !== undefined) return { field, reason, message: more };
  if (isComingReason(reason)) {
    return { field, reason, message: comingFaultWords({ reason, limit }, request.language) };
  }
  switch (reason) {
    case 'codice-fiscale-form':
    case 'codice-fiscale-check-character':
    case 'codice-fiscale-name':
    case 'codice-fiscale-birth-date': {
      const cause = codiceFiscaleCauses[reason];
      return { field, reason, message: codiceFiscaleTexts.for(request.language)(cause) };
    }
    case 'same-person':
    case 'self-twice':
      return { field, reason, message: bookingProblemTexts.for(request.language)(reason) };
    case 'name-latin':
    case 'too-early-to-renew':
    case 'required':
    case 'date':
    case 'date-future':
      return fieldError(field, reason, request.language);
  }
}

const codiceFiscaleCauses = {
  'codice-fiscale-form': 'form',
  'codice-fiscale-check-character': 'check-character',
  'codice-fiscale-name': 'name',
  'codice-fiscale-birth-date': 'birth-date',
} as const;
