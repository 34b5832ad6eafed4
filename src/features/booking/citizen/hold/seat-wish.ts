import { z } from 'zod';
import { type Office, officeAt, type Offering, offeringAt, readPartySize } from '#features/offices/index.ts';
import { type Asker, onTheSite, priorityGrounds, readResident } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { notFound } from '#platform/http/problem.ts';

/** The service at an office that a seat is asked for. */
export interface Place {
  readonly office: Office;
  readonly offering: Offering;
}

const slotId = z.string().regex(/^\d{1,18}$/);

export const wishSchema = z.object({
  slot: slotId,
  party: z.coerce.number().int().min(1).max(20).default(1),
  /** Asked for on purpose, by somebody who has an appointment of their own. */
  others: z.literal('1').optional(),
  /** Where they live, where the service asks for it: in the office's municipality or elsewhere. */
  resident: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Why they ask for seats kept for people with a right to be served first. */
  priority: z.union([z.enum(priorityGrounds), z.literal('').transform(() => undefined)]).optional(),
});

export async function findPlace(deps: Deps, values: FormValues): Promise<Place> {
  const office = await officeAt(deps.db, formValue(values, 'office'));
  const offering = office && (await offeringAt(deps.db, office.id, formValue(values, 'service')));
  if (!office || !offering) throw notFound();
  return { office, offering };
}

/** The seat pressed, or the one that a page shown again is about. */
export function slotOf(values: FormValues): string | undefined {
  return [formValue(values, 'slot'), formValue(values, 'wanted')].find((id) => slotId.safeParse(id).success);
}

/** Who asks, for the quotas of planners. */
export function askerOf(values: FormValues): Asker {
  return { ...onTheSite, resident: readResident(formValue(values, 'resident')) };
}

export function partyOf(values: FormValues, offering: Offering): number {
  return readPartySize(formValue(values, 'party'), offering.partyMax);
}
