import { z } from 'zod';
import { reasons, relationships } from '#features/booking/index.ts';
import type { Offering, OfferingRules, PartyMode } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { number, shownTick, tick, ticked } from './fields.ts';

export const partyModes: readonly PartyMode[] = ['single', 'with-companions', 'companions-only'];

/** The twelve relations somebody may stand in to the one who books. */
export const relations = relationships.filter((relation) => relation !== 'self');

/** Reasons that the form offers; a code the office already has is kept among them. */
export function offeredReasons(offering: Offering): readonly string[] {
  return [...new Set([...reasons, ...offering.reasons])];
}

/** How many may come, who they may be to each other, and what is asked of each. */
export function peopleSchema(offering: Offering) {
  return z
    .object({
      partyModes: ticked(partyModes),
      partyMax: number(1, 20),
      relationships: ticked(relations),
      codiceFiscale: z.enum(['required', 'if-any'], 'required-choice'),
      birthDate: z.enum(['required', 'not-asked'], 'required-choice'),
      reasons: ticked(offeredReasons(offering)),
      notes: tick,
    })
    .transform((values, context): Partial<OfferingRules> => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] });
      const modes = partyModes.filter((mode) => values.partyModes.includes(mode));
      const bringsOthers = modes.some((mode) => mode !== 'single');
      if (modes.length === 0) issue('partyModes', 'required-choice');
      if (modes.includes('with-companions') && values.partyMax < 2) issue('partyMax', 'companions-need-two');
      if (bringsOthers && values.relationships.length === 0) issue('relationships', 'required-choice');
      if (values.codiceFiscale === 'if-any' && values.birthDate === 'not-asked') issue('birthDate', 'who-is-who');
      else if (values.birthDate === 'not-asked' && (offering.minAge !== null || offering.maxAge !== null))
        issue('birthDate', 'ages-need-it');
      return {
        partyModes: modes,
        partyMax: bringsOthers ? values.partyMax : 1,
        relationships: relationsOf(values.relationships),
        codiceFiscale: values.codiceFiscale,
        birthDate: values.birthDate,
        reasons: values.reasons,
        notesAllowed: values.notes,
      };
    });
}

/** null: each of them. */
function relationsOf(chosen: readonly string[]): readonly string[] | null {
  const known = relations.filter((relation) => chosen.includes(relation));
  return known.length === 0 || known.length === relations.length ? null : known;
}

export function peopleShown(offering: Offering): FormValues {
  return {
    partyModes: [...offering.partyModes],
    partyMax: String(offering.partyMax),
    relationships: [...(offering.relationships ?? relations)],
    codiceFiscale: offering.codiceFiscale,
    birthDate: offering.birthDate,
    reasons: [...offering.reasons],
    notes: shownTick(offering.notesAllowed),
  };
}
