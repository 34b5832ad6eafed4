import type { FastifyInstance } from 'fastify';
import { type ForeseeRelease, openPlanner } from '#features/planner/index.ts';
import { findRoomRule, type SimulateRule } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { fairnessPaths } from '../paths.ts';
import { askedIn } from '../simulate/asked.ts';
import { ShortOutcome } from '../simulate/outcome.view.tsx';
import { groundOf, simulate } from '../simulate/simulate-release.ts';
import { SimulatorView } from './simulator.view.tsx';

/** `/office/:office/planners/:planner/simulator`: a release as it would be, by the figures of the address. */
export function addSimulatorPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/simulator', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const { rule } = await findRoomRule(deps.db, planner.id);
    const ground = await groundOf(deps.db, { plannerId: planner.id, rule, now: at.now });
    const zone = at.office.timeZone;
    const { asked, values, errors } = askedIn(request.query, { usual: ground.usual, zone, language });
    const simulation = simulate(asked, { used: ground.used, office: at.office });
    const form = { language, values, errors };
    if (errors.length > 0) void reply.code(422);
    const props = { context: reply.pageContext(), at, planner, ground, simulation, form };
    return page(reply, <SimulatorView {...props} />);
  });
}

/** The next release of a planner as a rule would have it, in a few words: for pages that are about something else. */
export function simulateRule(deps: Pick<Deps, 'db'>): SimulateRule {
  return async ({ at, planner, rule, language }) => {
    const { office, now } = at;
    const { usual, used } = await groundOf(deps.db, { plannerId: planner.id, rule, now });
    const simulation = simulate(usual, { used, office });
    const href = fairnessPaths.simulator(office.code, planner.id);
    return <ShortOutcome simulation={simulation} href={href} language={language} />;
  };
}

/** The same by the rule that holds. */
export function simulateNext(deps: Pick<Deps, 'db'>): ForeseeRelease {
  const simulated = simulateRule(deps);
  return async (request) => {
    const { rule } = await findRoomRule(deps.db, request.planner.id);
    return simulated({ ...request, rule });
  };
}
