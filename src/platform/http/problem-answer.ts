import { z } from 'zod';

/** Problem details (RFC 9457), as they stand in the API's description. */
export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), reason: z.string(), message: z.string() })).optional(),
    until: z.string().optional().describe('of a lock, RFC 3339'),
  })
  .describe('problem details');
