import { z } from 'zod';
import { blockKinds, blockOutcomes, longestReason } from '#features/identity/index.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { writtenText } from '../written-text.ts';

const maybeDay = z.preprocess((typed) => (typed === '' ? undefined : typed), typedDateSchema.optional());

/** A new block: a last day is asked for only by who chose to set one. */
export const blockSchema = z
  .object({
    kind: z.enum(blockKinds, 'required-choice'),
    where: z.enum(['here', 'everywhere'], 'required-choice').default('here'),
    until: z.enum(['day', 'decided'], 'required-choice'),
    lastDay: maybeDay,
    reason: writtenText(longestReason),
  })
  .superRefine(({ until, lastDay }, context) => {
    if (until === 'day' && lastDay === undefined)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'day-required' });
  })
  .transform(({ until, lastDay, ...rest }) => ({ ...rest, lastDay: until === 'day' ? (lastDay ?? null) : null }));

/** A decision about a block or a pause. */
export const decisionSchema = z
  .object({
    outcome: z.enum(blockOutcomes, 'required-choice'),
    lastDay: maybeDay,
    answer: writtenText(longestReason),
  })
  .superRefine(({ outcome, lastDay }, context) => {
    if (outcome === 'shortened' && lastDay === undefined)
      context.addIssue({ code: 'custom', path: ['lastDay'], message: 'day-required' });
  })
  .transform(({ outcome, lastDay, answer }) => ({
    outcome,
    answer,
    lastDay: outcome === 'shortened' ? (lastDay ?? null) : null,
  }));
