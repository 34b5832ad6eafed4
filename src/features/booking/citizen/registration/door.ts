import type { FastifyRequest } from 'fastify';
import { findOfferingById, type Offering, type Office, findOfficeById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { dayIn } from '#platform/dates.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import {
  findRegistrationDraw,
  type RegistrationDraw,
  type Stage,
  stageOf,
} from '../../registration-draw/registration-draw.query.ts';
import { type DrawPlace, drawPlaces, type DrawSlot, drawSlots } from '../../registration-draw/seats-offered.query.ts';

/** A registration draw as its pages need it, for one of its services. */
export interface DrawAt {
  readonly draw: RegistrationDraw;
  readonly stage: Stage;
  /** services of the draw, to choose from where there are several */
  readonly services: readonly DrawPlace[];
  /** offices of the service chosen, the draw's own first */
  readonly places: readonly DrawPlace[];
  readonly office: Office;
  readonly offering: Offering | undefined;
  readonly slots: readonly DrawSlot[];
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** The draw an address speaks of; 404 where its release is given in another way. */
export async function drawAt(deps: Deps, request: FastifyRequest, service?: string): Promise<DrawAt> {
  const now = deps.clock.now();
  const draw = await findRegistrationDraw(deps.db, pathPart(request, 'release'));
  if (!draw) throw notFound();
  const [office, all, slots] = await Promise.all([
    findOfficeById(deps.db, draw.officeId),
    drawPlaces(deps.db, { roomId: draw.roomId, now }),
    drawSlots(deps.db, { roomId: draw.roomId, now }),
  ]);
  if (!office) throw notFound();
  const services = all.filter((place, at) => all.findIndex((other) => other.serviceCode === place.serviceCode) === at);
  const wanted =
    (service ?? queryText(request.query, 'service')) || (services.length === 1 ? services[0]?.serviceCode : '');
  const places = all.filter(({ serviceCode }) => serviceCode === wanted);
  const [first] = places;
  const offering = first && (await findOfferingById(deps.db, first.offeringId));
  const today = dayIn(now, office.timeZone);
  return { draw, stage: stageOf(draw, now), services, places, office, offering, slots, today, now };
}

export function registerPath({ code }: Pick<RegistrationDraw, 'code'>, rest = ''): string {
  return `/releases/${code}/register${rest}`;
}

export function resultsPath({ code }: Pick<RegistrationDraw, 'code'>): string {
  return `/releases/${code}/results`;
}
