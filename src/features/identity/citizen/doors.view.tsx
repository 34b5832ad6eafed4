import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { type Door, type DoorScheme, schemesOf } from '../doors/door.ts';
import { doorTexts } from '../doors/door.text.ts';
import type { OwnDoors } from '../doors/own-doors.query.ts';
import type { Viewer } from '../viewer.ts';
import { AddPassword } from './add-password.view.tsx';
import { doorsTexts } from './doors.text.ts';
import { profileTexts } from './profile.text.ts';

const done = ['linked', 'joined', 'unlinked'] as const;
const refused = ['other-person', 'ask-first', 'other-identity', 'has-roles', 'collide', 'gone'] as const;
export const doorNotices = [...done, ...refused] as const;
type DoorNotice = (typeof doorNotices)[number];

const unlinkPath = (way: DoorScheme | 'local') => `/profile/doors/unlink?way=${way}`;

interface Props {
  context: PageContext;
  viewer: Viewer;
  own: OwnDoors;
  doors: readonly Door[];
  form: FormState;
  notice: DoorNotice | undefined;
  next: string | undefined;
  mayJoin: boolean;
}

/** By which ways somebody enters, and how to add or close one. */
export function DoorsView(props: Props) {
  const { context, viewer, own, doors, form, notice, next } = props;
  const { language } = context;
  const t = doorsTexts.for(language);
  const profile = { label: profileTexts.for(language)('title'), href: sitePaths.profile };
  const toAdd = schemesOf(doors).filter((scheme) => own.linked.every((door) => door.scheme !== scheme));
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={[profile, { label: t('title') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {notice && <Notice language={language} notice={notice} next={next} />}
      {viewer.passwordEnd && <PasswordEnd language={language} end={viewer.passwordEnd} />}
      <h2 class="h4 mt-4">{t('ways')}</h2>
      <SummaryList language={language} rows={rowsOf(own, viewer, language)} />
      {doors.length === 0 && <p>{t('none')}</p>}
      {toAdd.length > 0 && <AddDoors {...props} toAdd={toAdd} />}
      {!own.hasPassword && viewer.scheme !== 'local' && <AddPassword {...props} />}
      <p class="mt-5">
        <a href={profile.href}>{t('back')}</a>
      </p>
    </Layout>
  );
}

function Notice({ language, notice, next }: { language: Language; notice: DoorNotice; next: string | undefined }) {
  const t = doorsTexts.for(language);
  const known = refused.find((reason) => reason === notice);
  return (
    <Alert language={language} tone={known ? 'warning' : 'success'} title={t(notice)} live>
      {known && <p class={next === undefined ? 'mb-0' : undefined}>{t(`${known}About`)}</p>}
      {next !== undefined && (
        <Actions>
          <ButtonLink href={next} kind={known ? 'secondary' : 'primary'}>
            {t('goOn')}
          </ButtonLink>
        </Actions>
      )}
    </Alert>
  );
}

function PasswordEnd({ language, end }: { language: Language; end: NonNullable<Viewer['passwordEnd']> }) {
  const t = doorsTexts.for(language);
  const lastDay = withArticle('al', end.lastDay, language);
  if (end.over)
    return (
      <Alert language={language} tone="warning" title={t('ended')}>
        <p class="mb-0">{t('endedAbout', { lastDay })}</p>
      </Alert>
    );
  return (
    <Alert language={language} tone="info" title={t('endsSoon', { lastDay: dayMonthYear(end.lastDay, language) })}>
      <p class="mb-0">{t('endsSoonAbout', { lastDay })}</p>
    </Alert>
  );
}

function rowsOf(own: OwnDoors, viewer: Viewer, language: Language) {
  const t = doorsTexts.for(language);
  const names = doorTexts.for(language);
  const ways = own.linked.length + (own.hasPassword ? 1 : 0);
  const change = (way: DoorScheme | 'local') => (ways > 1 ? { change: unlinkPath(way), changeLabel: t('unlink') } : {});
  const day = (at: Temporal.Instant) => dayMonthYear(dayIn(at, 'Europe/Rome'), language);
  const { passwordEnd } = viewer;
  const local = [
    own.email ?? undefined,
    t(own.hasPassword ? 'localOn' : 'localOff'),
    own.hasPassword && passwordEnd
      ? t('localEnds', { lastDay: withArticle('al', passwordEnd.lastDay, language) })
      : undefined,
  ].filter((part) => part !== undefined);
  return [
    ...own.linked.map(({ scheme, linkedAt, usedAt }) => ({
      key: names(`${scheme}Name`),
      value: t('linkedOn', { day: day(linkedAt), used: day(usedAt) }),
      ...change(scheme),
    })),
    {
      key: t('local'),
      value: local.join(' · '),
      ...(own.hasPassword ? change('local') : {}),
    },
  ];
}

function AddDoors({ context, own, form, toAdd, next }: Props & { toAdd: readonly DoorScheme[] }) {
  const { language } = context;
  const t = doorsTexts.for(language);
  const names = doorTexts.for(language);
  const after = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <h2 class="h4 mt-5">{t('add')}</h2>
      <p>{t('addAbout')}</p>
      <Form id="link-door" action={`/profile/doors/link${after}`} form={form} csrf={context.csrf}>
        {own.hasPassword && (
          <PasswordField
            form={form}
            name="current"
            label={t('current')}
            hint={t('currentHint')}
            autocomplete="current-password"
          />
        )}
        <Actions>
          {toAdd.map((scheme) => (
            <Button key={scheme} name="scheme" value={scheme} kind="secondary">
              {t('link', { way: names(`${scheme}Name`) })}
            </Button>
          ))}
        </Actions>
      </Form>
    </>
  );
}
