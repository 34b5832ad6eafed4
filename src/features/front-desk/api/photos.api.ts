import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  decisionsOf,
  listPhotos,
  photoCounts,
  photoDetailsOf,
  photoViews,
  sendPhoto,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { notFound } from '#platform/http/problem.ts';
import { noteReading, type OfficeParams, openDesk, requireBooking } from '../at-office.ts';
import { notePhotosSeen } from '../photos-listed.ts';
import { countingPhoto, officePhotoAnswer, photoAnswer, queuedPhotoAnswer, queuedPhotoView } from './photo-answers.ts';
import { describedOfficePhoto, officePhotoApi, type OnePhotoRequest, wantedPosition } from './photo-request.ts';

const listQuery = pageQuery.extend({
  view: z.enum(photoViews).default('sent').describe('to be looked at; another one asked for; decided'),
});

type ListRequest = FastifyRequest<OfficeParams & { Querystring: z.output<typeof listQuery> }>;

const longest = 5_000;

/** `GET /offices/{office}/photos`, and of one booking the photo with its picture. */
export function addPhotosApi(app: FastifyInstance, deps: Deps): void {
  const listAnswer = z.object({
    counts: z.record(z.enum(photoViews), z.int()),
    items: z.array(queuedPhotoAnswer),
    nextCursor: z.string().nullable(),
  });

  app.get(
    '/api/v1/offices/:office/photos',
    {
      preValidation: async (request: ListRequest) => void (await openDesk(deps, request, 'see-booking')),
      schema: {
        tags: ['office'],
        security: loginNeeded,
        querystring: listQuery,
        summary: 'Photos that people sent for appointments to come, the nearest first; those decided, the latest first',
      },
      config: { answers: { 200: listAnswer } },
    },
    async (request: ListRequest, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const { view } = request.query;
      const here = { officeId: at.office.id, now: deps.clock.now() };
      const [counts, rows] = await Promise.all([
        photoCounts(deps.db, here),
        listPhotos(deps.db, { ...here, view, most: longest }),
      ]);
      const page = pageOf(rows, request.query, ({ code, position }) => `${code}-${position}`);
      await notePhotosSeen(deps, at, { listed: page.items.map(({ bookingId }) => bookingId) });
      void reply.header('cache-control', 'no-store');
      const items = page.items.map((row) => queuedPhotoView(row, at.office.timeZone, request.language));
      return { counts, items, nextCursor: page.nextCursor };
    },
  );

  app.get(
    officePhotoApi,
    {
      preValidation: async (request: OnePhotoRequest) => void (await openDesk(deps, request, 'see-booking')),
      schema: { ...describedOfficePhoto, summary: 'The photo of a person, what they say of it and what was decided' },
      config: { answers: { 200: officePhotoAnswer } },
    },
    async (request: OnePhotoRequest, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const booking = await requireBooking(deps, request, at);
      const [details, decisions] = await Promise.all([
        photoDetailsOf(deps.db, deps.secrets, booking.id),
        decisionsOf(deps.db, deps.secrets, booking.id),
      ]);
      const answer = photoAnswer(
        booking,
        { position: wantedPosition(request, booking), details, decisions },
        request.language,
      );
      if (answer === undefined) throw notFound('no-such-person');
      await notePhotosSeen(deps, at, { shown: booking.id, listed: [] });
      void reply.header('cache-control', 'no-store');
      return answer;
    },
  );

  app.get(
    `${officePhotoApi}/picture`,
    {
      preValidation: async (request: OnePhotoRequest) => void (await openDesk(deps, request, 'see-booking')),
      schema: { ...describedOfficePhoto, summary: 'The photo of a person as it was cut' },
      config: { answers: { 200: { description: 'a JPEG', content: { 'image/jpeg': { schema: z.string() } } } } },
    },
    async (request: OnePhotoRequest, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const booking = await requireBooking(deps, request, at);
      const photo = countingPhoto(booking, wantedPosition(request, booking));
      if (photo === undefined) throw notFound('no-photo');
      // Before it is sent: nobody sees a photo that no line speaks of.
      await noteReading(deps, at, { action: 'see-photo', subject: `booking:${booking.id}` });
      const sent = await sendPhoto(reply, deps, { id: photo.id });
      if (!sent) throw notFound('no-photo');
      return reply;
    },
  );
}
