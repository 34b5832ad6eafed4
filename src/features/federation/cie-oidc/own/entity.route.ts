import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import type { CurrentProvider } from '../login/current-provider.ts';
import { configurationAddress, statementType } from '../trust/entity-statement.ts';
import { FederationFault } from '../trust/federation-fault.ts';
import { entityConfiguration, oidcPaths, signAsEntity } from './entity-configuration.ts';
import { ownEntity } from './own-entity.ts';

const resolveQuery = z.object({ sub: z.string(), anchor: z.string().optional(), trust_anchor: z.string().optional() });
const freshFor = Temporal.Duration.from({ minutes: 5 });

/** What others of the federation read of us: who we are, and whom we have found trustworthy. */
export function addOwnEntity(app: FastifyInstance, deps: Deps, current: CurrentProvider): void {
  let kept: { made: Temporal.Instant; about: string; token: string } | undefined;

  const { cieOidc, publicUrl } = deps.config;
  const address = new URL(configurationAddress(cieOidc?.clientId ?? publicUrl));
  app.get(address.pathname, { config: { anyone: true } }, async (_request, reply) => {
    const us = await ownEntity(deps);
    if (!us.ok) throw notFound();
    const now = deps.clock.now();
    const about = JSON.stringify(us.own);
    // Signing costs more than answering: not once for every caller.
    if (kept?.about !== about || Temporal.Instant.compare(kept.made.add(freshFor), now) <= 0) {
      kept = { made: now, about, token: await entityConfiguration(us.own, now) };
    }
    return reply.header('cache-control', 'public, max-age=300').type(`application/${statementType}`).send(kept.token);
  });

  app.get(oidcPaths.resolve, { config: { anyone: true } }, async (request, reply) => {
    const asked = resolveQuery.safeParse(request.query).data;
    const us = await ownEntity(deps);
    const anchor = asked?.trust_anchor ?? asked?.anchor;
    // Only who is known already: nobody can send us to look at other addresses.
    if (!us.ok || asked?.sub !== cieOidc?.provider || anchor !== us.anchor.entity) throw notFound();
    const { provider, own } = await current.parties().catch((error: unknown) => {
      throw error instanceof FederationFault ? notFound() : error;
    });
    const { metadata, statements, expiresAt } = provider.chain;
    const claims = { metadata: { openid_provider: metadata }, trust_chain: statements };
    const type = 'resolve-response+jwt';
    const about = { entity: own.entity, subject: provider.metadata.issuer, keys: own.keys, type };
    const token = await signAsEntity(claims, { ...about, now: deps.clock.now(), until: expiresAt });
    return reply.header('cache-control', 'no-store').type(`application/${type}`).send(token);
  });
}
