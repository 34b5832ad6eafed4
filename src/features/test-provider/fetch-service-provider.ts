import type { FastifyInstance } from 'fastify';
import type { Profile } from './profiles.ts';
import { readServiceProvider, type ServiceProvider } from './service-provider.ts';

/**
 * Our service provider by the metadata it serves right now, asked as anybody would ask: a changed key or address is known
 * at once. In this process, since the site's address need not lead back to this machine from inside.
 */
export async function fetchServiceProvider(
  app: FastifyInstance,
  { serviceProvider }: Profile,
): Promise<ServiceProvider> {
  const { statusCode, body } = await app.inject({ url: serviceProvider });
  if (statusCode !== 200) throw new Error(`${serviceProvider} answers ${statusCode}`);
  return readServiceProvider(body);
}
