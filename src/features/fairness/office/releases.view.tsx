import type { ComponentChildren } from 'preact';
import { daysWords, openingWords, plannerPaths, type Release } from '#features/planner/index.ts';
import { clockTime } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import type { AtReleases } from '../at-office.ts';
import { fairnessPaths } from '../paths.ts';
import { secondsToLast } from '../report/verdict.rules.ts';
import { countWords, lengthWords, percentWords } from '../report/words.ts';
import { aboutWords, RoomBadge, whenWords } from './release-words.view.tsx';
import type { OfficeRelease } from './releases.query.ts';
import { officeReleasesTexts } from './releases.text.ts';

/** What a planner's rule will open, before it is written down. */
export interface ComingByRule {
  readonly plannerId: number;
  readonly planner: string;
  readonly release: Release;
}

export interface ReleasesViewProps {
  readonly context: PageContext;
  readonly at: AtReleases;
  readonly coming: readonly OfficeRelease[];
  readonly byRule: readonly ComingByRule[];
  readonly past: readonly OfficeRelease[];
  readonly number: number;
  readonly hasMore: boolean;
}

/** All releases of an office along one line: what comes above the mark of now, what was below it. */
export function ReleasesView(props: ReleasesViewProps) {
  const { context, at, past, number, hasMore } = props;
  const { language } = context;
  const t = officeReleasesTexts.for(language);
  const { office, now } = at;
  const list = fairnessPaths.list(office.code);
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        aside={
          at.may('edit-planner') && (
            <ButtonLink href={plannerPaths.list(office.code)} kind="secondary" icon="calendar">
              {t('toPlanners')}
            </ButtonLink>
          )
        }
      />
      {number === 1 && (
        <>
          <h2>{t('coming')}</h2>
          <Coming {...props} />
          <p class="t-line-now">
            {t('now', { time: clockTime(now, office.timeZone), city: localText(office.city, language) })}
          </p>
        </>
      )}
      <h2>{t('past')}</h2>
      {past.length === 0 ? (
        <p>{t(number === 1 ? 'nonePast' : 'nonePastPage')}</p>
      ) : (
        <ol class="t-release-line">
          {past.map((release) => (
            <Past key={release.code} at={at} release={release} language={language} />
          ))}
        </ol>
      )}
      <Pagination
        language={language}
        previous={number > 1 ? `${list}?page=${number - 1}` : undefined}
        next={hasMore ? `${list}?page=${number + 1}` : undefined}
      />
    </OfficeLayout>
  );
}

function Coming({ context, at, coming, byRule }: ReleasesViewProps) {
  const { language } = context;
  const t = officeReleasesTexts.for(language);
  const { office } = at;
  if (coming.length + byRule.length === 0) return <p>{t('noneComing')}</p>;
  const noted = coming.map((release) => ({
    key: release.code,
    at: release.opensAt,
    item: (
      <Entry
        when={whenWords(release, office.timeZone, language)}
        href={fairnessPaths.release(office.code, release.code)}
        about={aboutWords(release, language)}
        badges={<RoomBadge release={release} language={language} />}
        figures={[
          [t('seats'), shown(release.seats, language)],
          ...(release.room ? ([[t('people'), shown(release.people, language)]] as const) : []),
        ]}
      />
    ),
  }));
  const ruled = byRule.map(({ plannerId, planner, release }) => ({
    key: `rule-${release.id}`,
    at: release.opensAt,
    item: (
      <Entry
        when={openingWords(release, office.timeZone, language)}
        about={`${planner}, ${t('days', { days: daysWords(release, language) })}`}
        badges={<Badge tone="neutral">{t('byRule')}</Badge>}
        figures={[[t('seats'), countWords(release.seats, language)]]}
        more={at.may('edit-planner') && <a href={fairnessPaths.simulator(office.code, plannerId)}>{t('simulate')}</a>}
      />
    ),
  }));
  const all = [...noted, ...ruled].sort((a, b) => Temporal.Instant.compare(a.at, b.at)).slice(0, 30);
  return (
    <ol class="t-release-line t-line-coming">
      {all.map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ol>
  );
}

function Past({ at, release, language }: { at: AtReleases; release: OfficeRelease; language: Language }) {
  const t = officeReleasesTexts.for(language);
  const { people, winners, source, seats, room } = release;
  const seconds = secondsToLast(release);
  const chance = source === 'tickets' && people && winners !== null ? percentWords(winners / people, language) : '–';
  const isOver = release.source !== null || room?.state === 'ended';
  return (
    <li>
      <Entry
        when={whenWords(release, at.office.timeZone, language)}
        href={fairnessPaths.release(at.office.code, release.code)}
        about={aboutWords(release, language)}
        badges={
          <>
            <RoomBadge release={release} language={language} />
            {release.publishedAt && <Badge tone="success">{t('published')}</Badge>}
          </>
        }
        figures={[
          [t('seats'), shown(seats, language)],
          [t('people'), shown(people, language)],
          [t('toLast'), seconds === null ? t(isOver ? 'left' : 'open') : lengthWords(seconds, language)],
          [t('chance'), chance],
        ]}
      />
    </li>
  );
}

function Entry(props: {
  when: string;
  href?: string;
  about: string;
  badges: ComponentChildren;
  figures: readonly (readonly [string, string])[];
  more?: ComponentChildren;
}) {
  return (
    <>
      <div class="t-release-what">
        <strong>{props.href ? <a href={props.href}>{props.when}</a> : props.when}</strong>
        <span class="t-muted">{props.about}</span>
        <span class="t-release-badges">{props.badges}</span>
        {props.more}
      </div>
      <dl>
        {props.figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function shown(count: number | null, language: Language): string {
  return count === null ? '–' : countWords(count, language);
}
