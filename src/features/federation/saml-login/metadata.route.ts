import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type MetadataKeys, serviceMetadata } from '../saml/metadata.ts';
import type { ServiceProvider } from '../saml/profile.ts';
import type { SamlFederation } from './federation.ts';

/** Our metadata as the federation reads them: the same text until a key or a setting changes. */
export function ownMetadata(sp: ServiceProvider, keys: MetadataKeys): string {
  const content = JSON.stringify([sp.entityId, sp.acs, sp.organization, keys.certificate, keys.next]);
  const id = `_${createHash('sha256').update(content).digest('hex').slice(0, 40)}`;
  return serviceMetadata(sp, { id, keys });
}

/** `GET /auth/spid/metadata`. */
export function addMetadataRoute(app: FastifyInstance, { sp, keys }: SamlFederation): void {
  let signed: { keys: MetadataKeys; xml: string } | undefined;
  app.get(sp.profile.paths.metadata, { config: { anyone: true } }, async (_request, reply) => {
    const current = await keys.current();
    if (signed?.keys !== current) signed = { keys: current, xml: ownMetadata(sp, current) };
    return reply.type('application/samlmetadata+xml; charset=utf-8').send(signed.xml);
  });
}
