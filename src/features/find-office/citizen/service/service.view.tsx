import type { ComponentChildren } from 'preact';
import { clockTime, dayIn } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Offering, Office, Service } from '#features/offices/index.ts';
import type { FreeDays } from '#features/planner/index.ts';
import { officePath } from '../../addresses.ts';
import { firstDatePath } from '../../first-date/first-date-request.ts';
import type { ServiceFacts } from '../../service-facts.query.ts';
import { FeedLinks } from '../../feed/feed-links.view.tsx';
import { feedTexts } from '../../feed/feed.text.ts';
import { feedPath, jsonFeedPath } from '../../feed/paths.ts';
import { BookingRules } from './booking-rules.view.tsx';
import { Dates } from './dates.view.tsx';
import { serviceTexts } from './service.text.ts';
import type { VisitChoices } from './visit-choices.ts';
import { WhatToBring } from './what-to-bring.view.tsx';

export interface ServicePageProps {
  context: PageContext;
  now: Temporal.Instant;
  office: Office;
  service: Service;
  /** undefined where the office has never opened it */
  offering: Offering | undefined;
  party: number;
  /** Said before everything else, where the page is not the public one but a preview. */
  preview?: ComponentChildren;
  /** who may book, where not everybody may */
  news?: ComponentChildren;
  /** the waiting room before its seats, where there is one */
  room?: ComponentChildren;
  /** how earlier releases went, where the office tells */
  past?: ComponentChildren;
  /** This reader may not book: the dates are there for who wants to look all the same. */
  isRefused?: boolean;
  /** Its times are only for those who were invited. */
  isHidden?: boolean;
  free: FreeDays;
  /** minutes; how late one may book */
  notice: number;
  firstTime: Temporal.Instant | undefined;
  priority?: ServiceFacts['priority'] | undefined;
  /** they live in the office's municipality, or elsewhere; undefined: not said */
  resident?: boolean | undefined;
  asked?: ServiceFacts['asked'] | undefined;
  /** what the reader has said of their case, for the list of documents */
  choices?: VisitChoices;
  /** where there are seats for this service, when there are none here */
  elsewhere: readonly { office: Office; date: Temporal.PlainDate; serviceName: LocalText }[];
}

/** The form that a preview carries what was typed in: the language switch sends it. */
export const previewForm = 'preview';

export function ServiceView(props: ServicePageProps) {
  const { context, office, service, offering, party, choices = {} } = props;
  const { language } = context;
  const t = serviceTexts.for(language);
  const name = localText(service.name, language);
  const officeName = localText(office.name, language);
  const crumbs = [
    { label: t('home'), href: sitePaths.home },
    { label: officeName, href: officePath(office.code) },
    { label: name },
  ];
  // Who may not book reads why in the page: the banner of all pages would say it twice.
  const frame = props.isRefused ? { ...context, restricted: false } : context;
  const isOpen = offering?.bookable === true && !props.preview;
  return (
    <Layout
      context={frame}
      title={`${name} · ${localText(office.city, language)}`}
      breadcrumb={crumbs}
      formId={props.preview ? previewForm : undefined}
      feeds={isOpen ? feedsOf(props) : undefined}
    >
      {props.preview}
      <PageHeading title={name} kicker={officeName} lead={leadOf(props)} />
      {offering?.bookable ? (
        <>
          {props.news}
          {props.isRefused !== true && props.room}
          {props.isRefused === true ? (
            <details class="mb-4">
              <summary>{t('lookAnyway')}</summary>
              <Dates {...props} offering={offering} />
            </details>
          ) : (
            props.isHidden !== true && <Dates {...props} offering={offering} />
          )}
          {office.municipalityCode !== null && (
            <p>
              <a href={firstDatePath({ service: service.code, municipality: office.municipalityCode })}>
                {t('nearby')}
              </a>
            </p>
          )}
          <div class="row g-4">
            <div class="col-12 col-lg-6">
              <WhatToBring {...{ language, office, service, offering, party, choices }} />
            </div>
            <div class="col-12 col-lg-6">
              <BookingRules {...props} offering={offering} />
            </div>
          </div>
        </>
      ) : (
        <>
          <Alert language={language} tone="info" title={t('notBookable')}>
            <p>{t('notBookableAbout')}</p>
            <p>
              <a href={officePath(office.code)}>{t('contactsOf')}</a>
            </p>
          </Alert>
          <WhatToBring {...{ language, office, service, offering, party, choices }} />
        </>
      )}
      {isOpen && props.past}
      {isOpen && <FeedLinks language={language} office={office.code} service={service.code} />}
    </Layout>
  );
}

function feedsOf({ context, office, service }: ServicePageProps) {
  const t = feedTexts.for(context.language);
  return [
    { href: feedPath(office.code, service.code, context.language), type: 'application/rss+xml', title: t('rss') },
    { href: jsonFeedPath(office.code, service.code), type: 'application/json', title: t('json') },
  ];
}

function leadOf({ context, office, offering, free, firstTime, party, isHidden, isRefused }: ServicePageProps) {
  const { language } = context;
  const t = serviceTexts.for(language);
  if (!offering?.bookable || isHidden || isRefused) return undefined;
  if (!firstTime) return free.days.length === 0 && party > 1 ? t('soldOutParty', { party }) : t('soldOut');
  const day = dayOfMonth(dayIn(firstTime, office.timeZone), language);
  return t('first', { day: `${day}, ${clockTime(firstTime, office.timeZone)}` });
}
