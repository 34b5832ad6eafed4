import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { stackReader } from './stack-in-sources.ts';

/**
 * Structured logs. Requests are logged by route pattern, never by address: addresses may carry codes.
 * Nothing of a person goes here; errors are logged by name and stack, their detail fields are dropped because
 * PostgreSQL puts the values of a row in them.
 */
export function createLog(config: Pick<Config, 'logLevel'>, name: string): Logger {
  const stackInSources = stackReader();
  return pino({
    name,
    level: config.logLevel,
    base: { name },
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              message: error.message,
              stack: stackInSources(error.stack),
              code: 'code' in error ? error.code : undefined,
            }
          : { type: typeof error },
    },
  });
}
