import { z } from 'zod';
import type { Secrets } from '#platform/secrets.ts';
import type { PeopleAnswers } from '../form/people-form.ts';
import type { BookedPerson } from '../people.ts';

/** All that a booking needs to be made without asking again. */
export interface KeptAnswers extends Omit<PeopleAnswers, 'contactEmail'> {
  readonly contactEmail: string | null;
  /** cadastral code, where a municipality has to consent */
  readonly residence: string | null;
}

const shape = z.object({
  people: z.array(z.record(z.string(), z.unknown())),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  residence: z.string().nullable(),
});

export function sealAnswers(secrets: Secrets, answers: KeptAnswers): Buffer {
  return secrets.encrypt(JSON.stringify(answers));
}

/** @throws when it is none of ours */
export function openAnswers(secrets: Secrets, sealed: Buffer): KeptAnswers {
  const { people, ...rest } = shape.parse(JSON.parse(secrets.decrypt(sealed)));
  return { ...rest, people: people.map(revived) };
}

function revived(kept: Record<string, unknown>): BookedPerson {
  const { birthDate } = kept;
  const date = typeof birthDate === 'string' ? Temporal.PlainDate.from(birthDate) : null;
  // Written by `sealAnswers` from people that were checked, and bound to our key since.
  return { ...(kept as unknown as BookedPerson), birthDate: date };
}
