import { dayIn, withArticle } from '#platform/dates.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { ownPaths } from '../paths.ts';
import type { BlockCase, PauseCase } from '../restriction.query.ts';
import { BlockFacts, blockTitle, PauseFacts, pauseTitle } from './restriction-facts.view.tsx';
import { restrictionTexts } from './restrictions.text.ts';

/** What keeps somebody from new bookings, each with its reason and the way to answer. */
export function RestrictionsView(props: {
  context: PageContext;
  blocks: readonly BlockCase[];
  pauses: readonly PauseCase[];
}) {
  const { context, blocks, pauses } = props;
  const { language } = context;
  const t = restrictionTexts.for(language);
  const inForce = blocks.filter((one) => one.inForce);
  const past = blocks.filter((one) => !one.inForce);
  const isFree = inForce.length === 0 && pauses.length === 0;
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} lead={isFree ? undefined : t('lead')} />
      {isFree && (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneAbout')}</p>
          <ButtonLink href={sitePaths.offices}>{t('search')}</ButtonLink>
        </EmptyState>
      )}
      {inForce.map((found) => (
        <Card key={found.block.id} title={blockTitle(found, language)} level={2} highlighted>
          <BlockFacts language={language} found={found} />
          <p>{found.appeals.some(({ outcome }) => outcome === null) && <Badge tone="info">{t('waiting')}</Badge>}</p>
          <ButtonLink
            href={ownPaths.block(found.block.id)}
            label={`${t(found.appeals.some(({ outcome }) => outcome === null) ? 'see' : 'open')}: ${blockTitle(found, language)}`}
          >
            {t(found.appeals.some(({ outcome }) => outcome === null) ? 'see' : 'open')}
          </ButtonLink>
        </Card>
      ))}
      {pauses.map((found) => (
        <Card key={found.bookingId} title={pauseTitle(found, language)} level={2} highlighted>
          <PauseFacts language={language} found={found} />
          <p>{found.appeal?.outcome === null && <Badge tone="info">{t('waiting')}</Badge>}</p>
          <ButtonLink href={ownPaths.pause(found.bookingId)} label={`${t('open')}: ${pauseTitle(found, language)}`}>
            {t('open')}
          </ButtonLink>
        </Card>
      ))}
      {past.length > 0 && (
        <>
          <h2 class="h4 mt-5">{t('past')}</h2>
          <ul>
            {past.map((found) => (
              <li key={found.block.id}>
                <a href={ownPaths.block(found.block.id)}>{blockTitle(found, language)}</a>{' '}
                <span class="t-muted">{withArticle('il', dayIn(found.block.createdAt, found.zone), language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
