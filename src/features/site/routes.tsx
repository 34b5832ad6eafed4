import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { AccessibilityView } from './accessibility.view.tsx';
import { ContactsView } from './contacts.view.tsx';
import { CookiesView } from './cookies.view.tsx';
import { HelpView } from './help.view.tsx';
import { LegalView } from './legal.view.tsx';
import { siteOwner } from './owner.ts';
import { PrivacyView } from './privacy.view.tsx';
import { addReportPage } from './report.route.tsx';
import { robots } from './robots.ts';
import { securityText } from './security-text.ts';
import { version } from './version.ts';

/** The pages about the site itself, linked from every page's footer. */
export function addSitePages(app: FastifyInstance, deps: Deps): void {
  app.get(sitePaths.help, async (_request, reply) => page(reply, <HelpView context={reply.pageContext()} />));
  app.get(sitePaths.privacy, async (_request, reply) => {
    const owner = await siteOwner(deps.db);
    const { keepBookingsDays, keepAccountsDays, keepAuditDays } = deps.config;
    const kept = { bookings: keepBookingsDays, accounts: keepAccountsDays, audit: keepAuditDays };
    return page(reply, <PrivacyView context={reply.pageContext()} owner={owner} kept={kept} />);
  });
  app.get(sitePaths.accessibility, async (_request, reply) => {
    const owner = await siteOwner(deps.db);
    const site = deps.config.publicUrl;
    return page(reply, <AccessibilityView {...{ context: reply.pageContext(), owner, site, version }} />);
  });
  addReportPage(app, deps);
  app.get(sitePaths.legal, async (_request, reply) => {
    const owner = await siteOwner(deps.db);
    const hasSecurityText = (await writtenSecurityText()) !== undefined;
    return page(reply, <LegalView {...{ context: reply.pageContext(), owner, version, hasSecurityText }} />);
  });
  app.get(sitePaths.contacts, async (_request, reply) => {
    const owner = await siteOwner(deps.db);
    const hasSecurityText = (await writtenSecurityText()) !== undefined;
    return page(reply, <ContactsView {...{ context: reply.pageContext(), owner, hasSecurityText }} />);
  });
  app.get(sitePaths.cookies, async (_request, reply) =>
    page(reply, <CookiesView context={reply.pageContext()} publicUrl={deps.config.publicUrl} />),
  );
  app.get(sitePaths.securityText, async (_request, reply) => {
    const written = await writtenSecurityText();
    if (written === undefined) throw notFound();
    return sendText(reply, written);
  });
  app.get('/robots.txt', async (_request, reply) => sendText(reply, robots(deps.config)));

  async function writtenSecurityText(): Promise<string | undefined> {
    const { publicUrl, securityContact: fallback } = deps.config;
    return securityText({ owner: await siteOwner(deps.db), fallback, publicUrl, now: deps.clock.now() });
  }
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(text);
}
