import { createApp } from './app.ts';
import { createDeps } from './create-deps.ts';

/** Starts the web application; answers once it listens. */
export async function serve(): Promise<{ close(): Promise<void> }> {
  const { deps, close } = createDeps('web');
  const app = await createApp(deps);
  await app.listen({ port: deps.config.port, host: deps.config.host });
  deps.log.info({ port: deps.config.port }, 'listening');
  return {
    close: async () => {
      await app.close();
      await close();
    },
  };
}
