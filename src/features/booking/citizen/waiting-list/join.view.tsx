import type { Offering, Office } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { ComponentChildren } from 'preact';
import type { JoinRefusal } from '../../waiting-list/join.ts';
import type { ListFacts } from '../../waiting-list/list-facts.query.ts';
import type { OtherOffice } from '../../waiting-list/other-offices.query.ts';
import { joinTexts } from './join.text.ts';
import { WishesFields } from './wishes-fields.view.tsx';

export interface JoinProps {
  readonly context: PageContext;
  readonly office: Office;
  readonly offering: Offering;
  readonly facts: ListFacts;
  readonly others: readonly OtherOffice[];
  readonly form: FormState;
  readonly now: Temporal.Instant;
  /** The wishes were chosen before the login. */
  readonly isChecked: boolean;
  /** Who may join, where not everybody may. */
  readonly news: ComponentChildren;
  readonly refused?: Exclude<JoinRefusal, 'party-too-large' | 'unknown-office'> | undefined;
}

/** The wishes of somebody about to join a waiting list; the login comes last. */
export function JoinView(props: JoinProps) {
  const { context, office, offering, facts, others, form, now, isChecked, news } = props;
  const { language } = context;
  const t = joinTexts.for(language);
  const service = localText(offering.serviceName, language);
  const officeName = localText(office.name, language);
  const servicePath = `/offices/${office.code}/${offering.serviceCode}`;
  const refused =
    props.refused ?? (facts.isOn ? (facts.isOpen ? undefined : 'waiting-list-closed') : 'no-waiting-list');
  const crumbs = [
    { label: t('home'), href: sitePaths.home },
    { label: officeName, href: `/offices/${office.code}` },
    { label: service, href: servicePath },
    { label: t('title') },
  ];
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={crumbs}
      formId="wishes"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} kicker={`${service} · ${officeName}`} lead={t('lead')} />
      {refused ? (
        <Refused {...props} reason={refused} servicePath={servicePath} />
      ) : (
        <>
          {news}
          {facts.firstFree && !isChecked && (
            <Alert language={language} tone="info" title={t('free')}>
              <p>{t('freeText')}</p>
              <p class="mb-0">
                <a href={servicePath}>{t('freeLink')}</a>
              </p>
            </Alert>
          )}
          {facts.text && <p>{localText(facts.text, language)}</p>}
          <p>
            <strong>{t('waiting', { count: facts.waiting })}</strong>
          </p>
          {isChecked && <Alert language={language} tone="info" live title={t('confirmTitle')} />}
          <Form id="wishes" form={form} csrf={context.csrf}>
            <WishesFields
              form={form}
              partyMax={offering.partyMax}
              city={office.city}
              today={dayIn(now, office.timeZone)}
              others={others}
            />
            <Actions>
              <Button busy={t('submitting')}>{context.user ? t('submit') : t('login')}</Button>
              <ButtonLink href={servicePath} kind="plain">
                {t('back')}
              </ButtonLink>
            </Actions>
          </Form>
          <h2 class="h3">{t('how')}</h2>
          <ul>
            {t('howSteps', { hours: facts.offerHours })
              .split('|')
              .map((step) => (
                <li key={step}>{step}</li>
              ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function Refused(props: JoinProps & { reason: NonNullable<JoinProps['refused']>; servicePath: string }) {
  const { context, reason, servicePath } = props;
  const { language } = context;
  const t = joinTexts.for(language);
  const said = {
    'already-waiting': [t('already'), t('alreadyText'), '/waiting-list', t('alreadyLink')],
    'already-booked': [t('booked'), t('bookedText'), sitePaths.bookings, t('bookedLink')],
    'waiting-list-closed': [t('closed'), t('closedText'), servicePath, t('back')],
    'no-waiting-list': [t('none'), '', servicePath, t('back')],
  } as const;
  const [title, text, href, label] = said[reason];
  return (
    <Alert language={language} tone="warning" live title={title}>
      {text && <p>{text}</p>}
      <ButtonLink href={href}>{label}</ButtonLink>
    </Alert>
  );
}
