import { z } from 'zod';
import { channels, reasons } from '#features/booking/index.ts';
import type { LocalParagraphs, Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';

/** Reasons and channels that the form offers; a code the office already has is kept among them. */
export function offeredReasons(offering: Offering): readonly string[] {
  return [...new Set([...reasons, ...offering.reasons])];
}

/** Channels whose bookings need no confirmation by the citizen, if the office so chooses. */
export const exemptible = channels.filter((channel) => channel !== 'web');

export const instructionsSize = 4000;

const number = (min: number, max: number) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^\d{1,5}$/, 'number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'out-of-range');

const optionalNumber = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), number(min, max)]).default(null);

const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());

const paragraphs = z
  .string()
  .default('')
  .refine((text) => text.length <= instructionsSize, 'too-long')
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

/** The rules of a service at an office, as the office edits them. */
export function serviceSchema(offering: Offering) {
  const known = new Set(offeredReasons(offering));
  return z
    .object({
      active: z.enum(['yes', 'no'], 'required-choice'),
      durationMinutes: optionalNumber(1, 480),
      partyMax: number(1, 20),
      codiceFiscale: z.enum(['required', 'if-any'], 'required-choice'),
      birthDate: z.enum(['required', 'not-asked'], 'required-choice'),
      confirmBy: z.enum(['citizen', 'office', 'nobody'], 'required-choice'),
      confirmOpensDays: number(1, 60),
      confirmClosesDays: number(0, 59),
      exempt: list.refine((codes) => codes.every((code) => exemptible.some((channel) => channel === code)), 'unknown'),
      cancelCutoffHours: number(0, 720),
      reasons: list.refine((codes) => codes.every((code) => known.has(code)), 'unknown'),
      notes: z.literal('yes').optional(),
      'instructions.it': paragraphs,
      'instructions.en': paragraphs,
    })
    .transform((values, context): Partial<OfferingRules> => {
      if (values.confirmOpensDays <= values.confirmClosesDays)
        context.addIssue({ code: 'custom', message: 'window-order', path: ['confirmClosesDays'] });
      if (values.codiceFiscale === 'if-any' && values.birthDate === 'not-asked')
        context.addIssue({ code: 'custom', message: 'who-is-who', path: ['birthDate'] });
      const [it, en] = [values['instructions.it'], values['instructions.en']];
      if (it.length === 0 && en.length > 0)
        context.addIssue({ code: 'custom', message: 'italian-first', path: ['instructions.it'] });
      return {
        active: values.active === 'yes',
        durationMinutes: values.durationMinutes,
        partyMax: values.partyMax,
        codiceFiscale: values.codiceFiscale,
        birthDate: values.birthDate,
        confirmBy: values.confirmBy,
        confirmOpensDays: values.confirmOpensDays,
        confirmClosesDays: values.confirmClosesDays,
        confirmExemptChannels: values.exempt,
        cancelCutoffHours: values.cancelCutoffHours,
        reasons: values.reasons,
        notesAllowed: values.notes === 'yes',
        instructions: it.length === 0 ? null : withEnglish(it, en),
      };
    });
}

/** What the form shows of a service. */
export function serviceValues(offering: Offering): FormValues {
  return {
    active: offering.active ? 'yes' : 'no',
    durationMinutes: offering.durationMinutes === null ? '' : String(offering.durationMinutes),
    partyMax: String(offering.partyMax),
    codiceFiscale: offering.codiceFiscale,
    birthDate: offering.birthDate,
    confirmBy: offering.confirmBy,
    confirmOpensDays: String(offering.confirmOpensDays),
    confirmClosesDays: String(offering.confirmClosesDays),
    exempt: [...offering.confirmExemptChannels],
    cancelCutoffHours: String(offering.cancelCutoffHours),
    reasons: [...offering.reasons],
    notes: offering.notesAllowed ? 'yes' : '',
    'instructions.it': (offering.instructions?.it ?? []).join('\n'),
    'instructions.en': (offering.instructions?.en ?? []).join('\n'),
  };
}

function withEnglish(it: readonly string[], en: readonly string[]): LocalParagraphs {
  return en.length === 0 ? { it } : { it, en };
}
