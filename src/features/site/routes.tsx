import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { sitePaths } from '#ui/site-paths.ts';
import { AccessibilityView } from './accessibility.view.tsx';
import { CookiesView } from './cookies.view.tsx';
import { HelpView } from './help.view.tsx';
import { PrivacyView } from './privacy.view.tsx';
import { robots } from './robots.ts';

/** The pages about the site itself, linked from every page's footer. */
export function addSitePages(app: FastifyInstance, deps: Deps): void {
  app.get(sitePaths.help, async (_request, reply) => page(reply, <HelpView context={reply.pageContext()} />));
  app.get(sitePaths.privacy, async (_request, reply) => page(reply, <PrivacyView context={reply.pageContext()} />));
  app.get(sitePaths.accessibility, async (_request, reply) =>
    page(reply, <AccessibilityView context={reply.pageContext()} />),
  );
  app.get(sitePaths.cookies, async (_request, reply) => page(reply, <CookiesView context={reply.pageContext()} />));
  app.get('/robots.txt', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robots(deps.config)),
  );
}
