import {
  AskLink,
  type Booking,
  Examination,
  liveOffer,
  mayChangeFiles,
  OfferCard,
  type OfficeRequest,
  type Papers,
  PapersToBring,
  RemoveLink,
  RequestList,
} from '#features/booking/index.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Button } from '#ui/button.tsx';
import { Columns } from '#ui/columns.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { BookingFacts } from '../letters/booking-facts.query.ts';
import { linkTexts } from './link.text.ts';
import type { LinkViewProps } from './link-props.ts';
import { BookingDetails, WhenOf, kickerOf } from './link-facts.view.tsx';
import { LinkState } from './link-state.view.tsx';
import { LinkActions } from './link-actions.view.tsx';

/** One booking, for whoever holds its link: how things stand, then what can be done. */
export function LinkView(
  props: LinkViewProps & {
    booking: Booking;
    requests: readonly OfficeRequest[];
    papers: Papers;
    /** The office takes documents as files, from whoever logs in. */
    takesFiles: boolean;
    /** The positions of those who may leave the party. */
    removable: readonly number[];
  },
) {
  const { context, path, facts, booking, now, requests, papers, refused } = props;
  const { language, csrf } = context;
  const t = linkTexts.for(language);
  const isOffered = liveOffer(booking.offer, now) !== undefined;
  const mayConfirm = props.confirmRefusal === undefined && !isOffered;
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
            <BookingDetails facts={facts} language={language} />
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
        {!isOffered && <LinkState {...props} />}
        {!isOffered && (
          <Examination
            context={context}
            booking={booking}
            path={path}
            now={now}
            attach={props.takesFiles ? attachmentsPath(booking, now) : undefined}
          />
        )}
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
        <LinkActions {...props} />
        {props.removable.length > 0 && (
          <ul class="list-unstyled t-no-print">
            {booking.people
              .filter(({ position }) => props.removable.includes(position))
              .map((person) => (
                <li key={person.position}>
                  <span translate={false}>
                    {person.givenName} {person.familyName}
                  </span>
                  <RemoveLink person={person} path={path} language={language} />
                </li>
              ))}
          </ul>
        )}
        <AskLink context={context} booking={booking} path={path} now={now} />
        {isAhead && <PapersToBring language={language} papers={papers} />}
      </Columns>
    </Layout>
  );
}

/** Files are sent only after login: a link may be passed on with its e-mail. */
function attachmentsPath(booking: Booking, now: Temporal.Instant): string | undefined {
  return booking.accountId !== null && mayChangeFiles(booking, now)
    ? `/bookings/${booking.code}/attachments`
    : undefined;
}

/** The page after a button says what it did; a few minutes later it only says how things stand. */
function isJustMoved({ live, changes, changedAt }: BookingFacts, now: Temporal.Instant): boolean {
  return live && changes > 0 && isRecent(changedAt, now);
}

function isRecent(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add({ minutes: 5 }), now) > 0;
}
