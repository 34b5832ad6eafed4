import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { relyingParty } from '../../second-factor/relying-party.ts';
import { nextOf } from '../next-path.tsx';
import { overviewPath } from './frame.view.tsx';
import { openOwnFactors } from './own-factors.ts';
import { type FactorNotice, factorNotices, FactorsView } from './overview.view.tsx';

/** `/profile/second-factor`: what somebody who works proves beside the password. */
export function addFactorsPage(app: FastifyInstance, deps: Deps): void {
  app.get(overviewPath, async (request, reply) => {
    const { viewer, known } = await openOwnFactors(deps, request);
    const asked = queryText(request.query, 'done') ?? '';
    const notice = isNotice(asked) ? asked : undefined;
    const mayHavePasskeys = relyingParty(deps, request) !== undefined;
    const props = { context: reply.pageContext(), known, lacking: viewer.secondFactor, notice, mayHavePasskeys };
    return page(reply, <FactorsView {...props} next={nextOf(request.query)} />);
  });
}

function isNotice(text: string): text is FactorNotice {
  return Object.hasOwn(factorNotices, text);
}
