import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { providerKey } from './key.ts';
import { addLoginPages } from './login/login.route.tsx';
import { addLogoutPages } from './logout/logout.route.tsx';
import { providerMetadata } from './metadata.ts';
import { isProfile, profiles } from './profiles.ts';

/**
 * The test identity provider. It exists in the demo set-up alone, and only while no real provider is known there: then these
 * addresses are not found, and nothing trusts its key.
 */
export function addTestProvider(app: FastifyInstance, deps: Deps, options: { isAlone: () => Promise<boolean> }): void {
  if (!deps.config.demo) return;
  void app.register(async (own) => {
    own.addHook('onRequest', async () => {
      if (!(await options.isAlone())) throw notFound();
    });
    own.get<{ Params: { profile: string } }>('/demo/idp/:profile/metadata', async (request, reply) => {
      const { profile } = request.params;
      if (!isProfile(profile)) throw notFound();
      const xml = providerMetadata(deps, { key: await providerKey(deps), profile: profiles[profile] });
      return reply.type('application/samlmetadata+xml; charset=utf-8').header('cache-control', 'no-store').send(xml);
    });
    addLoginPages(own, deps);
    addLogoutPages(own, deps);
  });
}
