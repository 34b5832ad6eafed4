import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Booking } from '#features/booking/index.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import type { OfficeParams } from '../at-office.ts';

export const officePhotoApi = '/api/v1/offices/:office/bookings/:code/photo';

const ofPerson = z.object({
  person: z.coerce
    .number()
    .int()
    .min(0)
    .max(99)
    .optional()
    .describe('position in the booking; the first unless it says'),
});

export const describedOfficePhoto = { tags: ['office'], security: loginNeeded, querystring: ofPerson };

export type OnePhotoRequest = FastifyRequest<OfficeParams & { Querystring: z.output<typeof ofPerson> }>;

/** Whose photo is meant: the first person's unless it says. */
export function wantedPosition({ query }: OnePhotoRequest, { people }: Pick<Booking, 'people'>): number {
  return query.person ?? people[0]?.position ?? 0;
}
