import type { Deps } from '#platform/deps.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { ButtonLink } from '#ui/button.tsx';
import { drawFactsOf } from '../draw-facts.query.ts';
import { isValueLate } from '../draw-stage.rules.ts';
import { deskPaths } from '../desk-paths.ts';
import { drawDeskTexts } from './draw-desk.text.ts';

/** What the office's page of a release shows of its draw; nothing where nothing was promised. */
export function drawPart(deps: Pick<Deps, 'db' | 'clock'>) {
  return async (request: {
    readonly roomId: number;
    readonly context: PageContext;
    readonly office: { readonly code: string };
  }) => {
    const facts = await drawFactsOf(deps.db, request.roomId);
    if (facts === undefined) return null;
    const { language } = request.context;
    const t = drawDeskTexts.for(language);
    const stage =
      facts.outcome === 'cancelled'
        ? 'cancelled'
        : facts.drawnAt
          ? 'drawn'
          : isValueLate(facts, deps.clock.now())
            ? 'late'
            : facts.closedAt
              ? 'awaiting'
              : facts.state === 'announced'
                ? 'announced'
                : 'joining';
    return (
      <>
        <p>{t('stateOf', { state: t(`now.${stage}`, { n: facts.participants }) })}</p>
        <p>
          <ButtonLink href={deskPaths.draw(request.office.code, facts.code)} kind="secondary">
            {t('manage')}
          </ButtonLink>{' '}
          {facts.ordering === 'registration-draw' && (
            <ButtonLink href={deskPaths.registrations(request.office.code, facts.code)} kind="secondary">
              {t('registrations')}
            </ButtonLink>
          )}
        </p>
      </>
    );
  };
}
