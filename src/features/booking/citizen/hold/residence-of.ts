import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { formValue } from '#platform/http/form.ts';
import { readResidence, residenceField } from '../../clearance/residence.ts';
import type { Held } from './held.ts';

/** The municipality that was typed for a hold, where its offering asks for one. */
export function residenceOf(
  deps: Deps,
  request: FastifyRequest,
  { draft, offering }: Pick<Held, 'draft' | 'offering'>,
): ReturnType<typeof readResidence> {
  const typed = formValue(draft ?? {}, residenceField);
  return readResidence(deps.db, typed, { offering, language: request.language });
}
