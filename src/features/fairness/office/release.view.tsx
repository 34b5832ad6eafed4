import type { ComponentChildren } from 'preact';
import { momentWords, plannerPaths } from '#features/planner/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtReleases } from '../at-office.ts';
import { fairnessPaths } from '../paths.ts';
import { fairnessTexts } from '../report/fairness.text.ts';
import { ReportBody } from '../report/report-body.view.tsx';
import type { FairnessReport } from '../report/report.query.ts';
import { countWords, lengthWords } from '../report/words.ts';
import type { LiveRoom } from './live-room.query.ts';
import type { OfficeRelease } from './releases.query.ts';
import { officeReleasesTexts } from './releases.text.ts';
import { aboutWords, RoomBadge, whenWords } from './release-words.view.tsx';

export interface ReleaseViewProps {
  readonly context: PageContext;
  readonly at: AtReleases;
  readonly release: OfficeRelease;
  readonly live: LiveRoom | undefined;
  readonly report: FairnessReport | undefined;
  /** what whoever draws shows of the draw */
  readonly draw: ComponentChildren;
  readonly done: 'published' | 'taken-back' | undefined;
}

/** One release: its steps, the room while it lives, the draw, and how fair it was. */
export function ReleaseView(props: ReleaseViewProps) {
  const { context, at, release, live, report, draw, done } = props;
  const { language } = context;
  const t = officeReleasesTexts.for(language);
  const { office } = at;
  const title = t('releaseTitle', { when: whenWords(release, office.timeZone, language) });
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      breadcrumb={[{ label: t('title'), href: fairnessPaths.list(office.code) }, { label: title }]}
      refreshAfter={live ? '15' : undefined}
    >
      {done && <Alert language={language} tone="success" live title={t(`done.${done}`)} />}
      <PageHeading
        title={title}
        kicker={aboutWords(release, language)}
        aside={
          <span class="t-release-badges">
            <RoomBadge release={release} language={language} />
          </span>
        }
      />
      <Steps {...props} />
      {live && <Live live={live} release={release} at={at} language={language} />}
      {draw && (
        <>
          <h2>{t('drawPart')}</h2>
          {draw}
        </>
      )}
      <h2>{t('report')}</h2>
      {report ? (
        <>
          <Publishing {...props} report={report} />
          <ReportBody report={report} zone={office.timeZone} language={language} />
        </>
      ) : (
        <p>{t(release.room ? 'noReport' : 'noReportHolds')}</p>
      )}
      {release.plannerId !== null && at.may('edit-planner') && (
        <Actions>
          <ButtonLink href={fairnessPaths.roomRule(office.code, release.plannerId)} kind="secondary">
            {t('roomRule')}
          </ButtonLink>
          <ButtonLink href={fairnessPaths.simulator(office.code, release.plannerId)} kind="secondary">
            {t('simulate')}
          </ButtonLink>
          <ButtonLink href={plannerPaths.releases(office.code, release.plannerId)} kind="plain">
            {release.planners.join(', ')}
          </ButtonLink>
        </Actions>
      )}
    </OfficeLayout>
  );
}

function Steps({ context, at, release }: ReleaseViewProps) {
  const { language } = context;
  const t = officeReleasesTexts.for(language);
  const { room } = release;
  const steps = [
    ...(room && !room.joinsAt.equals(room.opensAt) ? [{ key: 'joins', at: room.joinsAt } as const] : []),
    ...(room && !room.closesAt.equals(room.opensAt) ? [{ key: 'closes', at: room.closesAt } as const] : []),
    { key: 'opens', at: release.opensAt } as const,
    ...(release.soldOutAt ? [{ key: 'sold', at: release.soldOutAt } as const] : []),
    ...(room?.endedAt ? [{ key: 'ends', at: room.endedAt } as const] : []),
  ];
  return (
    <ol class="t-moments" aria-label={t('timeline')}>
      {steps.map((step) => (
        <li key={step.key} class={Temporal.Instant.compare(step.at, at.now) <= 0 ? 't-moment-past' : undefined}>
          <strong>{momentWords(step.at, at.office.timeZone, language)}</strong>
          <span>{t(`step.${step.key}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function Live(props: { live: LiveRoom; release: OfficeRelease; at: AtReleases; language: Language }) {
  const { live, release, at, language } = props;
  const t = officeReleasesTexts.for(language);
  const { room } = release;
  const figures = [
    [t('free'), live.free, ''],
    [t('waiting'), live.waiting, ''],
    [t('inTurn'), live.inTurn, ''],
    [t('booked'), live.booked, ''],
    [t('pace'), live.pace, live.pace === null ? t('paceNone') : ''],
  ] as const;
  return (
    <>
      <h2>{t('roomNow')}</h2>
      <ul class="t-keys">
        {figures.map(([label, value, note]) => (
          <li key={label}>
            <span>{label}</span>
            <strong>{value === null ? '–' : countWords(Math.round(value * 10) / 10, language)}</strong>
            {note && <span class="t-keys-note">{note}</span>}
          </li>
        ))}
      </ul>
      <dl class="t-facts">
        {(
          [
            [t('tickets'), countWords(live.tickets, language)],
            [t('lapsed'), countWords(live.lapsed, language)],
            [t('leftQueue'), countWords(live.left, language)],
            ...(room ? [[t('ordering'), fairnessTexts.for(language)(`ordering.${room.ordering}`)] as const] : []),
            ...(room ? [[t('turn'), lengthWords(room.turnSeconds, language)] as const] : []),
            ...(room?.drawn ? [[t('drawn'), countWords(room.drawn, language)] as const] : []),
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="t-muted">{t('refreshes', { time: clockTime(at.now, at.office.timeZone) })}</p>
    </>
  );
}

function Publishing({ context, at, release, report }: ReleaseViewProps & { report: FairnessReport }) {
  const { language, csrf } = context;
  const t = officeReleasesTexts.for(language);
  const { office } = at;
  const { publishedAt } = report;
  const action = publishedAt === null ? fairnessPaths.publish : fairnessPaths.takeBack;
  return (
    <>
      {publishedAt !== null && (
        <p>
          {t('isPublished', { day: longDate(dayIn(publishedAt, office.timeZone), language) })}{' '}
          <a href={fairnessPaths.public(release.code)}>{t('seePublic')}</a>
        </p>
      )}
      {publishedAt === null && at.may('edit-planner') && <p>{t('publishAbout')}</p>}
      <div class="t-downloads">
        {at.may('edit-planner') && (
          <ActionForm action={action(office.code, release.code)} csrf={csrf} language={language}>
            <Button kind={publishedAt === null ? 'primary' : 'danger'}>
              {t(publishedAt === null ? 'publish' : 'takeBack')}
            </Button>
          </ActionForm>
        )}
        <ButtonLink href={fairnessPaths.file(office.code, release.code)} kind="secondary" icon="download">
          {t('csv')}
        </ButtonLink>
      </div>
    </>
  );
}
