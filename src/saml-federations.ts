import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import {
  addCieSaml,
  addSpid,
  cieSamlDoors,
  createCieSaml,
  createSpid,
  type FederatedLogins,
  type KnownProvider,
  providerFolder,
  spidDoors,
} from '#features/federation/index.ts';
import type { Doors } from '#features/identity/index.ts';
import { addTestProvider, eidasEntity, metadataFolder } from '#features/test-provider/index.ts';
import type { Deps } from '#platform/deps.ts';

/**
 * SPID, and CIE over SAML. In the demo set-up, and for as long as not one real provider is known there, people log in with
 * the test provider; a real one takes its place at once, and everybody's trust from it.
 */
export function samlFederations(deps: Deps): {
  doors: Doors;
  add(app: FastifyInstance, logins: FederatedLogins): void;
} {
  const spid = createSpid(deps, { also: trial('spid') });
  const cie = createCieSaml(deps, { also: trial('cie') });
  const ways = [spidDoors(deps, spid), cieSamlDoors(deps, cie)];

  function isTrial(): boolean {
    const { demo, spid: ofSpid, cieSaml, cieOidc } = deps.config;
    const isSetUp = ofSpid.providersFolder !== undefined || cieSaml.providersFolder !== undefined;
    return demo && !isSetUp && cieOidc === undefined && ![spid, cie].some(({ providers }) => providers.areReal());
  }

  function trial(name: 'spid' | 'cie'): () => readonly KnownProvider[] {
    const folder = metadataFolder(deps, name);
    const read = providerFolder(folder, { log: deps.log });
    const ofOthers = eidasEntity(deps);
    return () => {
      if (!isTrial() || !existsSync(folder)) return [];
      return read().map((one) => ({ ...one, scheme: one.entityId === ofOthers ? 'eidas' : name }));
    };
  }

  return {
    doors: () => ways.flatMap((way) => way()),
    add(app, logins) {
      addSpid(app, deps, { spid, ...logins });
      addCieSaml(app, deps, { cie, ...logins });
      addTestProvider(app, deps, { isAlone: async () => isTrial() });
    },
  };
}
