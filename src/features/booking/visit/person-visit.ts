import { z } from 'zod';
import { caseQuestions } from '#features/offices/index.ts';

/** What a person may answer so that the list of documents fits; nobody has to. */
export const personVisitSchema = z.object({
  citizenship: z.enum(caseQuestions.citizenship, 'required-choice').optional(),
  /** who consents for a minor, and comes */
  parents: z.enum(caseQuestions.parents, 'required-choice').optional(),
  fingerprints: z.enum(caseQuestions.fingerprints, 'required-choice').optional(),
  /** the day on which the present card expires */
  cardExpires: z.iso.date('date').optional(),
});

export type PersonVisit = z.output<typeof personVisitSchema>;

export const visitFieldNames = ['citizenship', 'parents', 'fingerprints', 'cardExpires'] as const;

/** As it is kept, or null where nothing was answered. */
export function visitToKeep(visit: PersonVisit | null | undefined): string | null {
  const answered = Object.entries(visit ?? {}).filter(([, value]) => value !== undefined);
  return answered.length === 0 ? null : JSON.stringify(Object.fromEntries(answered));
}

export function keptVisit(json: string): PersonVisit {
  const read = personVisitSchema.safeParse(JSON.parse(json));
  return read.success ? read.data : {};
}
