import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { fetchServiceProvider } from '../fetch-service-provider.ts';
import { providerKey } from '../key.ts';
import { addressesOf, isProfile, type Profile, profiles } from '../profiles.ts';
import { formats } from '../xml/names.ts';
import { newId } from '../xml/write.ts';
import { endSession, hasAsked, leaveSession, openSessions } from '../sessions.ts';
import { readRedirect, writeRedirect } from '../xml/redirect-binding.ts';
import { readLogoutMessage, writeLogoutRequest, writeLogoutResponse } from './logout-messages.ts';
import { LogoutEndView, OverviewView } from './overview.view.tsx';

/** Single logout, begun by either side; and the page that shows who is logged in. */
export function addLogoutPages(app: FastifyInstance, deps: Deps): void {
  app.get('/demo/idp', async (_request, reply) =>
    page(reply, <OverviewView context={reply.pageContext()} sessions={await openSessions(deps.db)} />),
  );

  // The provider's own logout: it tells the service provider, by way of the browser.
  app.post('/demo/idp/leave', async (request, reply) => {
    const form = readForm(request, z.object({ session: z.string() }));
    if (!form.ok) throw new HttpProblem(form.status === 200 ? 422 : form.status, 'bad-request');
    const now = deps.clock.now();
    const logoutId = newId();
    const left = await transact(deps.db, async (tx) => {
      const session = await leaveSession(tx, { sessionIndex: form.value.session, logoutId, now });
      return session === undefined ? { ok: false, reason: 'unknown' as const } : { ok: true, session };
    });
    if (!left.ok) return reply.redirect('/demo/idp', 303);
    const profile = profiles[left.session.profile];
    const { logout } = await fetchServiceProvider(app, profile);
    if (logout === undefined) return page(reply, <LogoutEndView context={reply.pageContext()} end="not-told" />);
    const xml = writeLogoutRequest({ ...whom(profile, logout.location), now }, { id: logoutId, ...left.session });
    const { privateKey } = await providerKey(deps);
    return reply.redirect(writeRedirect(logout.location, { kind: 'SAMLRequest', xml, privateKey }), 303);
  });

  // The service provider asks for a logout, or answers the provider's wish for one.
  app.get<{ Params: { profile: string } }>('/demo/idp/:profile/slo', async (request, reply) => {
    const { profile: name } = request.params;
    if (!isProfile(name)) throw notFound();
    const profile = profiles[name];
    const now = deps.clock.now();
    const sent = readRedirect(request.url);
    const serviceProvider = await fetchServiceProvider(app, profile);
    const destination = addressesOf(deps, profile).logout;
    const message =
      sent?.isSignedBy(serviceProvider.certificates) === true
        ? readLogoutMessage(sent.xml, { serviceProvider, destination, now })
        : undefined;
    const isExpected =
      message?.kind === 'request' ||
      (message !== undefined && (await hasAsked(deps.db, { profile: name, logoutId: message.inResponseTo })));
    if (message === undefined || !isExpected)
      return page(reply.code(400), <LogoutEndView context={reply.pageContext()} end="wrong" />);
    if (message.kind === 'response')
      return page(reply, <LogoutEndView context={reply.pageContext()} end={message.done ? 'over' : 'not-over'} />);
    const done = await deps.db.transaction().execute((tx) => endSession(tx, { profile: name, ...message, now }));
    const { logout } = serviceProvider;
    if (logout === undefined) return page(reply, <LogoutEndView context={reply.pageContext()} end="not-told" />);
    const xml = writeLogoutResponse({ ...whom(profile, logout.answers), now }, { to: message.id, done });
    const { privateKey } = await providerKey(deps);
    const relayState = sent?.relayState;
    return reply.redirect(writeRedirect(logout.answers, { kind: 'SAMLResponse', xml, relayState, privateKey }), 303);
  });

  function whom(profile: Profile, destination: string) {
    const issuer = addressesOf(deps, profile).entityId;
    return { issuer, format: profile.issuerFormat ? formats.entity : undefined, destination };
  }
}
