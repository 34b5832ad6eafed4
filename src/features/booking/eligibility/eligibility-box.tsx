import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { localPath } from '#platform/http/page.ts';
import { eligibilityNews } from './eligible.ts';
import { invitationBox } from '../invitations/invitation-box.tsx';
import { ToldBox } from './told.view.tsx';

/** What a page that shows free times says about who may book them; undefined when there is nothing to say. */
export async function eligibilityBox(
  deps: Deps,
  request: FastifyRequest,
  offering: Offering,
): Promise<ComponentChildren> {
  const { viewer, language } = request;
  const { refusal, notices } = await eligibilityNews(deps.db, { viewer, offering, now: deps.clock.now() });
  const back = localPath(request.url);
  if (refusal) return <ToldBox language={language} told={refusal} tone="warning" back={back} />;
  const invitation = await invitationBox(deps, request, offering);
  if (notices.length === 0) return invitation;
  return [
    invitation,
    ...notices.map((told) => <ToldBox key={told.name} language={language} told={told} tone="info" back={back} />),
  ];
}
