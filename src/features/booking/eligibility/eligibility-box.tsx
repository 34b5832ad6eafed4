import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { localPath } from '#platform/http/page.ts';
import { eligibilityNews } from './eligible.ts';
import { invitationBox } from '../invitations/invitation-box.tsx';
import { ToldBox, ToldLine } from './told.view.tsx';

export interface EligibilityBox {
  /** undefined when there is nothing to say */
  readonly news: ComponentChildren;
  /** This reader may not book. */
  readonly refused: boolean;
}

/** What a page that shows free times says about who may book them. */
export async function eligibilityBox(deps: Deps, request: FastifyRequest, offering: Offering): Promise<EligibilityBox> {
  const { viewer, language } = request;
  const { refusal, notices } = await eligibilityNews(deps.db, {
    viewer,
    offering,
    now: deps.clock.now(),
    stepsUpLater: true,
  });
  const back = localPath(request.url);
  if (refusal) {
    return { news: <ToldBox language={language} told={refusal} tone="warning" back={back} />, refused: true };
  }
  const invitation = await invitationBox(deps, request, offering);
  if (notices.length === 0) return { news: invitation, refused: false };
  const told = notices.map((notice) =>
    notice.name === 'no-show-rule' ? (
      <ToldLine key={notice.name} language={language} told={notice} back={back} />
    ) : (
      <ToldBox key={notice.name} language={language} told={notice} tone="info" back={back} />
    ),
  );
  return { news: [invitation, ...told], refused: false };
}
