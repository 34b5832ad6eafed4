import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { notedReleases, Release } from '../../availability/releases.query.ts';
import type { Planner } from '../../planner.query.ts';
import { plannerPaths } from '../paths.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { daysWords, NextReleases, openingWords } from './release-moments.view.tsx';
import { releasesTexts } from './releases.text.ts';
import { releaseRuleWords, returnedWords } from './rule-words.ts';

export type NotedRelease = Awaited<ReturnType<typeof notedReleases>>[number];

export interface ReleasesViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly next: readonly Release[];
  /** written down: past ones and those planned */
  readonly noted: readonly NotedRelease[];
  readonly news: { tone: 'success' | 'warning'; words: string; undo: boolean } | undefined;
}

/** When a planner's seats open: the rule in words, what comes next, and how the last releases went. */
export function ReleasesView(props: ReleasesViewProps) {
  const { context, at, planner, next, news } = props;
  const { language } = context;
  const t = releasesTexts.for(language);
  const { code } = at.office;
  const city = localText(at.office.city, language);
  const back = plannerPaths.planner(code, planner.id);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('title')} · ${planner.name}`}
      breadcrumb={[
        { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) },
        { label: planner.name, href: back },
        { label: t('title') },
      ]}
    >
      {news && (
        <Alert language={language} tone={news.tone} live title={news.words}>
          {news.undo && (
            <p>
              {t('undo')} <a href={back}>{t('toPlanner')}</a>
            </p>
          )}
        </Alert>
      )}
      <PageHeading title={t('title')} kicker={planner.name} lead={t('lead')} />
      {!planner.published && <Alert language={language} tone="info" title={t('notPublished')} />}
      <h2>{t('rule')}</h2>
      <p class="lead">{releaseRuleWords(planner, city, language)}</p>
      <p>{returnedWords(planner.returned, language)}</p>
      {planner.returned.seats === 'at-once' && wasRush(props) && (
        <Alert language={language} tone="info" title={t('adviseRandom')}>
          <p>{t('adviseRandomAbout')}</p>
          <a href={plannerPaths.releaseRule(code, planner.id)}>{t('changeRule')}</a>
        </Alert>
      )}
      <Actions>
        <ButtonLink href={plannerPaths.releaseRule(code, planner.id)}>{t('changeRule')}</ButtonLink>
        {planner.published && (
          <ButtonLink href={plannerPaths.newRelease(code, planner.id)} kind="secondary" icon="plus">
            {t('openSeats')}
          </ButtonLink>
        )}
        <ButtonLink href={plannerPaths.roomRule(code, planner.id)} kind="secondary" icon="list">
          {t('roomRule')}
        </ButtonLink>
        <ButtonLink href={plannerPaths.simulator(code, planner.id)} kind="plain" icon="chart">
          {t('simulator')}
        </ButtonLink>
      </Actions>
      <h2>{t('next')}</h2>
      <NextReleases language={language} at={at} next={next} />
      <h2>{t('list')}</h2>
      <Noted {...props} />
      <p>
        <a href={plannerPaths.allReleases(code)}>{t('all')}</a>
      </p>
    </OfficeLayout>
  );
}

/** One of the last releases was gone within ten minutes: then programs lie in wait for seats that come back. */
function wasRush({ noted }: ReleasesViewProps): boolean {
  const soldOut = noted.filter(({ soldOutAt }) => soldOutAt !== null).slice(0, 5);
  return soldOut.some(({ drawn, soldOutAt }) => soldOutAt !== null && soldOutAt.since(drawn).total('minutes') <= 10);
}

function Noted({ context, at, planner, noted }: ReleasesViewProps) {
  const { language, csrf } = context;
  const t = releasesTexts.for(language);
  if (noted.length === 0) return <p>{t('noList')}</p>;
  const { code, timeZone } = at.office;
  const state = (release: NotedRelease) => {
    if (release.soldOutAt) return `${t('soldOut')} ${lengthWords(release.drawn, release.soldOutAt, t)}`;
    return Temporal.Instant.compare(release.drawn, at.now) > 0 ? t('coming') : t('left');
  };
  return (
    <Table
      caption={t('list')}
      dense
      columns={[
        { label: t('whenOffice', { city: localText(at.office.city, language) }) },
        { label: t('kind') },
        { label: t('days') },
        { label: t('seats'), numeric: true },
        { label: t('soldOut') },
        { label: t('actions'), quiet: true },
      ]}
      rows={noted.map((release) => {
        const when = openingWords(release, timeZone, language);
        return {
          key: release.rowId,
          cells: [
            <a href={plannerPaths.oneRelease(code, release.id)}>{when}</a>,
            t(`kind.${release.kind}`),
            daysWords(release, language),
            release.seats,
            state(release),
            isCancellable(release, at.now) ? (
              <ActionForm
                action={plannerPaths.cancelRelease(code, planner.id, release.rowId)}
                csrf={csrf}
                language={language}
              >
                <Button kind="danger" small label={t('cancelThis', { when })}>
                  {t('cancel')}
                </Button>
              </ActionForm>
            ) : null,
          ],
        };
      })}
    />
  );
}

function isCancellable(release: NotedRelease, now: Temporal.Instant): boolean {
  const last = release.opensBy ?? release.drawn;
  return release.byHand && Temporal.Instant.compare(last, now) > 0;
}

/** `8 secondi`, `3 minuti`, `2 giorni`: in the largest unit that has some. */
function lengthWords(from: Temporal.Instant, to: Temporal.Instant, t: ReturnType<typeof releasesTexts.for>): string {
  const seconds = Math.max(0, Math.round(from.until(to).total('seconds')));
  if (seconds < 120) return t('seconds', { n: seconds });
  if (seconds < 2 * 3_600) return t('minutes', { n: Math.round(seconds / 60) });
  if (seconds < 48 * 3_600) return t('hours', { n: Math.round(seconds / 3_600) });
  return t('dayCount', { n: Math.round(seconds / 86_400) });
}
