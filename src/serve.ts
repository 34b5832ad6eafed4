import { createApp } from './app.ts';
import { siblingsOf } from '#launch/web/siblings.ts';
import { createDeps } from './create-deps.ts';
import { requireSameSecret } from './same-secret.ts';
import { prepareTestProvider } from '#features/test-provider/index.ts';

/** Starts the web application; answers once it listens. */
export async function serve(): Promise<{ close(): Promise<void> }> {
  const siblings = siblingsOf();
  const { deps, office, close } = createDeps('web');
  await requireSameSecret(deps);
  await prepareTestProvider(deps);
  const app = await createApp(deps, { office, ...(siblings && { siblings }) });
  await app.listen({ port: deps.config.port, host: deps.config.host });
  deps.log.info({ port: deps.config.port }, 'listening');
  return {
    close: async () => {
      await app.close();
      await close();
    },
  };
}
