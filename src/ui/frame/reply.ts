import type { PageContext } from './page-context.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** What `Layout` needs to know of this request; made by the application. */
    pageContext(): PageContext;
  }
}
