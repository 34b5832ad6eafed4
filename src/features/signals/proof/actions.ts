import type { FastifyRequest } from 'fastify';

export const guardedActions = ['hold', 'join', 'register', 'login'] as const;
/** What programs go for in an attack, and what a proof is good for: one of these only. */
export type GuardedAction = (typeof guardedActions)[number];

const posts: Readonly<Record<string, GuardedAction>> = {
  '/holds': 'hold',
  '/login': 'login',
  '/register': 'register',
  '/waiting-room/:office/:service': 'join',
  '/api/v1/holds': 'hold',
  '/api/v1/queue': 'join',
  '/api/v1/accounts': 'register',
  '/api/v1/sessions': 'login',
};

const pages: Readonly<Record<string, GuardedAction>> = {
  '/offices/:office/:service/times': 'hold',
  '/holds': 'hold',
  '/login': 'login',
  '/register': 'register',
  '/waiting-room/:office/:service': 'join',
};

/** What a request asks for that is guarded, by the pattern of its route. */
export function actionAsked({ method, routeOptions }: FastifyRequest): GuardedAction | undefined {
  return method === 'POST' ? posts[routeOptions.url ?? ''] : undefined;
}

/** What the forms of a page will ask for. */
export function actionOfPage({ routeOptions }: FastifyRequest): GuardedAction | undefined {
  return pages[routeOptions.url ?? ''];
}
