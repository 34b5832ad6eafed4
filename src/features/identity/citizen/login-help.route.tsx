import type { FastifyInstance } from 'fastify';
import { page } from '#platform/http/page.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { LoginHelpView } from './login-help.view.tsx';

/** `/login/help`: why somebody cannot get in or cannot book, the same for everybody: it says nothing of any account. */
export function addLoginHelpPage(app: FastifyInstance): void {
  app.get(sitePaths.loginHelp, async (_request, reply) => page(reply, <LoginHelpView context={reply.pageContext()} />));
}
