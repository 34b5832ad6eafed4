import type { FastifyInstance } from 'fastify';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { listOfferings, listServices, type Office, officeAt, officesInstead } from '#features/offices/index.ts';
import { firstFree, officeHours, openDaysAt } from '#features/planner/index.ts';
import { familyOf, withTerritory } from './family.ts';
import { OfficeNotFoundView } from './office-not-found.view.tsx';
import { OfficeView } from './office.view.tsx';

const mostInstead = 6;

export function addOfficePage(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { office: string } }>('/offices/:office', prepared, async (request, reply) => {
    const context = reply.pageContext();
    const found = await officeAt(deps.db, request.params.office);
    if (!found) return page(reply.code(404), <OfficeNotFoundView context={context} />);
    const office = await withTerritory(deps.db, found);
    const now = deps.clock.now();
    const today = dayIn(now, office.timeZone);
    const [family, offerings, services, hours, openDays] = await Promise.all([
      familyOf(deps.db, office),
      listOfferings(deps.db, office.id),
      listServices(deps.db),
      officeHours(deps.db, { officeId: office.id, from: today, to: today.add({ months: 3 }) }),
      openDaysAt(deps.db, { officeIds: [office.id], from: today }),
    ]);
    const open = offerings.filter((offering) => offering.bookable);
    const firsts = await firstFree(deps.db, { offeringIds: open.map(({ id }) => id), now, limit: open.length });
    const openCodes = new Set(open.map(({ serviceCode }) => serviceCode));
    const bookable = services
      .filter(({ code }) => openCodes.has(code))
      .map((service) => {
        const offering = open.find(({ serviceCode }) => serviceCode === service.code);
        const first = firsts.find(({ offeringId }) => offeringId === offering?.id)?.date;
        return { service, first, byInvitation: offering?.inviteOnly === true };
      });
    const others = services.filter(({ code, kinds }) => kinds.includes(office.kind) && !openCodes.has(code));
    const instead = open.length === 0 ? await insteadOf(deps, office, now) : [];
    // An open day is announced on its own, with its hours: neither a planner of every week nor one more extra opening.
    const isOwn = ({ plannerId }: { plannerId: number | null }) =>
      openDays.every((openDay) => openDay.plannerId !== plannerId);
    const ordinary = {
      ...hours,
      planners: hours.planners.filter(isOwn),
      extraOpenings: hours.extraOpenings.filter(isOwn),
    };
    const props = { context, now, office, family, bookable, others, instead, openDays, ...ordinary };
    return page(reply, <OfficeView {...props} />);
  });
}

async function insteadOf(deps: Deps, office: Office, now: Temporal.Instant) {
  const others = await officesInstead(deps.db, office, mostInstead);
  const offerings = (await Promise.all(others.map(({ id }) => listOfferings(deps.db, id)))).flat();
  const open = offerings.filter((offering) => offering.bookable);
  const firsts = await firstFree(deps.db, { offeringIds: open.map(({ id }) => id), now, limit: open.length });
  return others.map((other) => {
    const first = firsts.find(({ officeId }) => officeId === other.id);
    const offering = open.find(({ id }) => id === first?.offeringId);
    return {
      office: other,
      km: other.km,
      first: first && offering && { date: first.date, serviceName: offering.serviceName },
    };
  });
}
