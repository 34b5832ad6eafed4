import {
  AskLink,
  type Booking,
  type CancelRefusal,
  type ConfirmRefusal,
  liveOffer,
  OfferCard,
  type OfficeRequest,
  RequestList,
  When,
} from '#features/booking/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Columns } from '#ui/columns.tsx';
import { Icon } from '#ui/icon.tsx';
import { ErrorPage } from '#ui/error-page.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { Checklist } from '#ui/ticket.tsx';
import { confirmationWords, officeWords } from '../letters/appointment.ts';
import { appointmentTexts } from '../letters/appointment.text.ts';
import type { BookingFacts } from '../letters/booking-facts.query.ts';
import { LinkContacts } from './link-contacts.view.tsx';
import { linkTexts } from './link.text.ts';

export interface LinkViewProps {
  context: PageContext;
  /** The path of the link itself; its actions are below it. */
  path: string;
  facts: BookingFacts;
  now: Temporal.Instant;
  /** Why the citizen may not do it now; undefined when they may. */
  confirmRefusal: ConfirmRefusal | undefined;
  cancelRefusal: CancelRefusal | undefined;
  /** Why the button did nothing, in words. */
  refused?: string | undefined;
}

/** One booking, for whoever holds its link: how things stand, then what can be done. */
export function LinkView(
  props: LinkViewProps & { booking: Booking; requests: readonly OfficeRequest[]; documents: readonly string[] },
) {
  const { context, path, facts, booking, now, requests, documents, refused } = props;
  const { language, csrf } = context;
  const t = linkTexts.for(language);
  const isOffered = liveOffer(booking.offer, now) !== undefined;
  const mayConfirm = props.confirmRefusal === undefined && !isOffered;
  const mayCancel = props.cancelRefusal === undefined;
  const isAhead = facts.live && Temporal.Instant.compare(now, facts.startsAt) < 0;
  const open = requests.filter(({ state }) => state === 'open');
  const closed = requests.filter(({ state }) => state !== 'open');
  const justAsked = open.some(({ createdAt }) => isRecent(createdAt, now));
  return (
    <Layout context={context} title={t('title')}>
      <PageHeading
        title={t('title')}
        kicker={kickerOf(facts, language)}
        lead={<WhenOf facts={facts} language={language} />}
        aside={<BookingBadge language={language} status={facts.status} />}
      />
      <Columns
        aside={
          <>
            <Details facts={facts} language={language} />
            <RequestList language={language} zone={booking.timeZone} requests={closed} />
          </>
        }
      >
        {refused && <Alert language={language} tone="warning" live title={refused} />}
        {!isOffered && isJustMoved(facts, now) && (
          <Alert language={language} tone="success" live title={t('justMoved')} />
        )}
        {justAsked && (
          <Alert language={language} tone="success" live title={t('justAsked')}>
            {t('justAskedText')}
          </Alert>
        )}
        <OfferCard context={context} booking={booking} path={path} now={now} />
        {!isOffered && <State {...props} />}
        {mayConfirm && (
          <div class="mb-4">
            <ActionForm action={`${path}/confirm`} csrf={csrf} language={language}>
              <Button busy={t('confirming')} icon="check">
                {t('confirm')}
              </Button>
            </ActionForm>
          </div>
        )}
        <RequestList language={language} zone={booking.timeZone} requests={open} />
        <Actions>
          {mayCancel && (
            <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
              {t('move')}
            </ButtonLink>
          )}
          {mayCancel && (
            <ButtonLink href={`${path}/cancel`} kind="danger">
              {t('cancel')}
            </ButtonLink>
          )}
          {!facts.live && (
            <ButtonLink href={`/offices/${facts.office.code}/${facts.service.code}`}>{t('bookAgain')}</ButtonLink>
          )}
        </Actions>
        {facts.status !== 'cancelled' && (
          <ul class="t-ticket-keep">
            {isAhead && (
              <li>
                <a href={`${path}/event.ics`} download>
                  <Icon name="calendar" />
                  {t('addToCalendar')}
                </a>
              </li>
            )}
            <li>
              <a href={`${path}/receipt.pdf`}>
                <Icon name="file" />
                {t('receipt')}
              </a>
            </li>
          </ul>
        )}
        <AskLink context={context} booking={booking} path={path} now={now} />
        {isAhead && documents.length > 0 && (
          <section>
            <h2>{appointmentTexts.for(language)('documents')}</h2>
            <Checklist items={documents} />
          </section>
        )}
      </Columns>
    </Layout>
  );
}

/** The page after a button says what it did; a few minutes later it only says how things stand. */
function isJustMoved({ live, changes, changedAt }: BookingFacts, now: Temporal.Instant): boolean {
  return live && changes > 0 && isRecent(changedAt, now);
}

function isRecent(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add({ minutes: 5 }), now) > 0;
}

function kickerOf(facts: BookingFacts, language: Language): string {
  return `${localText(facts.service.name, language)} · ${officeWords(facts, language)}`;
}

function WhenOf({ facts, language }: { facts: BookingFacts; language: Language }) {
  const { kind, city, timeZone } = facts.office;
  const named = kind === 'municipal' ? undefined : localText(city, language);
  return <When language={language} startsAt={facts.startsAt} zone={timeZone} city={named} />;
}

/** Asks once, in words, before a seat is given up. */
export function CancelLinkView({ context, path, facts, refused }: Omit<LinkViewProps, 'now'>) {
  const { language, csrf } = context;
  const t = linkTexts.for(language);
  return (
    <Layout context={context} title={t('cancelTitle')} width="text">
      <PageHeading
        title={t('cancelTitle')}
        kicker={kickerOf(facts, language)}
        lead={<WhenOf facts={facts} language={language} />}
      />
      {refused && <Alert language={language} tone="warning" live title={refused} />}
      <p>{t('cancelWhat')}</p>
      <Details facts={facts} language={language} />
      <ActionForm action={`${path}/cancel`} csrf={csrf} language={language}>
        <Actions>
          <Button kind="danger" busy={t('cancelling')}>
            {t('cancelYes')}
          </Button>
          <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
            {t('move')}
          </ButtonLink>
          <ButtonLink href={path} kind="plain">
            {t('cancelNo')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Layout>
  );
}

/** A link that is not ours, or was good once. */
export function BadLinkView({ context, reason }: { context: PageContext; reason: 'not-a-link' | 'expired' }) {
  const t = linkTexts.for(context.language);
  const expired = reason === 'expired';
  return (
    <ErrorPage
      context={context}
      title={expired ? t('expiredTitle') : t('unknownTitle')}
      why={expired ? t('expiredText') : t('unknownText')}
      ways={[
        { href: sitePaths.bookings, label: t('myBookings') },
        { href: sitePaths.home, label: t('home') },
      ]}
    />
  );
}

function Details({ facts, language }: { facts: BookingFacts; language: Language }) {
  const t = appointmentTexts.for(language);
  // What, where and when stand above already.
  return (
    <SummaryList
      language={language}
      rows={[
        { key: t('people'), value: <span translate={false}>{facts.people.join(', ')}</span> },
        {
          key: t('code'),
          value: (
            <span class="t-code" translate={false}>
              {facts.code}
            </span>
          ),
        },
        { key: t('address'), value: facts.office.address ?? t('noAddress') },
        { key: t('officeContacts'), value: <LinkContacts office={facts.office} language={language} /> },
      ]}
    />
  );
}

function State({ context, facts, now, confirmRefusal, cancelRefusal }: LinkViewProps) {
  const { language } = context;
  const t = linkTexts.for(language);
  const words = confirmationWords(facts, language, now);
  if (facts.status === 'cancelled') {
    const byOffice = facts.cancelledBy === 'office' || facts.cancelledBy === 'rejected';
    return (
      <Alert language={language} tone="warning" title={t('cancelled')}>
        <p>{cancelledWords(facts, language)}</p>
        {byOffice && facts.cancelReason && <p>{facts.cancelReason}</p>}
      </Alert>
    );
  }
  const over = !facts.live || Temporal.Instant.compare(now, facts.startsAt) >= 0;
  if (over) return <Alert language={language} tone="info" title={t('over')} />;
  return (
    <>
      {facts.status === 'confirmed' && (
        <Alert language={language} tone="success" title={t('confirmed')}>
          {t('confirmedText')}
        </Alert>
      )}
      {facts.status === 'booked' && (
        <Alert language={language} tone={confirmRefusal === 'too-early' ? 'info' : 'warning'} title={bookedTitle()}>
          {confirmRefusal === 'too-late' ? t('lateText') : words}
        </Alert>
      )}
      {(facts.status === 'awaiting-office' || facts.status === 'awaiting-clearance') && (
        <Alert language={language} tone="info" title={t('officeTitle')}>
          {words}
        </Alert>
      )}
      {cancelRefusal === 'taken-in-charge' && <p>{t('inCharge')}</p>}
      {cancelRefusal === 'too-late' && <p>{t('cancelLate')}</p>}
    </>
  );

  function bookedTitle(): string {
    if (confirmRefusal === 'too-early') return t('notYet');
    return confirmRefusal === 'too-late' ? t('lateTitle') : t('toConfirm');
  }
}

function cancelledWords(facts: BookingFacts, language: Language): string {
  const t = linkTexts.for(language);
  if (facts.cancelledBy === 'citizen') return t('cancelledByCitizen');
  return facts.cancelledBy === 'not-confirmed' ? t('cancelledNotConfirmed') : t('cancelledByOffice');
}
