import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { kitTexts } from '#ui/kit.text.ts';
import type { RoomNow } from '../../turns/rooms.ts';
import { drawPath, ticketPath } from '../paths.ts';
import { HourAt, When } from '../when.view.tsx';
import { ReceiptLink } from './receipt-link.view.tsx';
import { NextSteps, TicketFrame, type TicketPageProps } from './frame.view.tsx';
import { written } from '../written.ts';
import { clockIn, type ReadersWords } from './ticket-values.ts';
import { ticketTexts } from './ticket.text.ts';

/** The order is known: the place, how many are before, about when. */
export function WaitingView(props: TicketPageProps) {
  const { context, room, at, words } = props;
  const { language } = context;
  const t = ticketTexts.for(language);
  return (
    <TicketFrame
      {...props}
      title={t('waiting')}
      tab={t('waitingTab', { place: words.place })}
      stage="waiting"
      lead={t('keeps')}
    >
      <div class="t-queue-board">
        <p class="t-queue-big">
          <span class="t-queue-label">{t('yourPlace')}</span>{' '}
          <strong class="t-queue-place" translate={false} data-place>
            {words.place}
          </strong>
        </p>
        <dl class="t-queue-facts">
          <Fact label={t('ahead')}>
            <span translate={false} data-ahead>
              {words.ahead}
            </span>
          </Fact>
          <Fact label={t('estimate')}>
            <time
              class="t-office-time"
              datetime={words.estimateInstant}
              data-office={words.estimateOffice}
              data-elsewhere={kitTexts.for(language)('elsewhere')}
              data-estimate={clockIn('%', at.office, language)}
            >
              {words.estimate}
            </time>
          </Fact>
          <Fact label={t('since')}>
            <Since language={language} words={words} />
          </Fact>
        </dl>
        <News {...props} />
      </div>
      <p class="t-muted">
        {t('estimateAbout')} {t('writes')}
      </p>
      <NextSteps title={t('next')} lines={[t('nextMoves'), t('nextTurn', turnOf(room)), t('nextNames')]} />
      <section>
        <h2 class="h3">{t('how')}</h2>
        {wasDrawn(room) ? (
          <>
            <p>
              {t('howDrawn')} {t('howNumber', { number: words.number })}
            </p>
            <p>
              <a href={drawPath(room)}>{t('howCheck')}</a>
            </p>
            <ReceiptLink {...props} />
          </>
        ) : (
          <p>{t('howArrival')}</p>
        )}
      </section>
      <Leave language={language} words={words} />
    </TicketFrame>
  );
}

/** Nobody has a place yet: when the order is drawn, and among how many. */
export function BeforeView(props: TicketPageProps) {
  const { context, room, at, words, now } = props;
  const { language } = context;
  const { office } = at;
  const t = ticketTexts.for(language);
  const isDrawing = Temporal.Instant.compare(now, room.closesAt) >= 0;
  return (
    <TicketFrame {...props} title={t('before')} stage="before" lead={t('keeps')}>
      <div class="t-queue-board">
        {isDrawing ? (
          <p class="t-queue-big">
            <strong class="t-queue-moment">{t('drawing')}</strong>{' '}
            <span class="t-queue-label">{room.ordering === 'first-come' ? t('drawingText') : t('drawingMixed')}</span>
          </p>
        ) : (
          <p class="t-queue-big">
            <span class="t-queue-label">{t('draw')}</span>{' '}
            <strong class="t-queue-moment">
              <When {...{ language, office, now }} instant={room.closesAt} />
            </strong>
          </p>
        )}
        <dl class="t-queue-facts">
          <Fact label={t('people')}>
            <span translate={false}>{written(room.people, language)}</span>
          </Fact>
          <Fact label={t('opens')}>
            <When {...{ language, office, now }} instant={room.opensAt} />
          </Fact>
          <Fact label={t('since')}>
            <Since language={language} words={words} />
          </Fact>
        </dl>
        <News {...props} />
      </div>
      <p class="t-muted">{t('writes')}</p>
      <NextSteps title={t('next')} lines={[t('nextNoRush'), t('nextDraw'), t('nextOpen', turnOf(room))]} />
      <section>
        <h2 class="h3">{t('howWill')}</h2>
        <p>
          {t('howWillText')} {t('howNumber', { number: words.number })}
        </p>
        <p>
          <a href={drawPath(room)}>{t('howWillCheck')}</a>
        </p>
        <ReceiptLink {...props} />
      </section>
      <Leave language={language} words={words} />
    </TicketFrame>
  );
}

export function turnOf({ turnSeconds }: RoomNow): { minutes: number } {
  return { minutes: Math.round(turnSeconds / 60) };
}

/** Some came before the order was drawn; otherwise everybody stands as they came. */
export function wasDrawn({ drawn }: RoomNow): boolean {
  return drawn !== null && drawn > 0;
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Since({ language, words }: { language: Language; words: ReadersWords }) {
  return (
    <time
      class="t-office-time"
      datetime={words.sinceInstant}
      data-office={words.sinceOffice}
      data-elsewhere={kitTexts.for(language)('elsewhere')}
    >
      {words.since}
    </time>
  );
}

/** Of when the news is; with scripts also that there was none lately. */
function News({ context, at, words, now }: TicketPageProps) {
  const { language } = context;
  const t = ticketTexts.for(language);
  const [before = '', after = ''] = t('updatedAt').split('%');
  return (
    <p class="t-queue-news">
      <span data-news data-updated={t('updated')} data-stale={t('stale')} data-asking={t('asking')}>
        {before}
        <HourAt language={language} office={at.office} instant={now} />
        {after}
      </span>{' '}
      <ButtonLink href={ticketPath(words.ticket) + words.chosen} kind="secondary" small icon="refresh">
        {t('refresh')}
      </ButtonLink>
    </p>
  );
}

function Leave({ language, words }: { language: Language; words: ReadersWords }) {
  return (
    <p>
      <a href={`${ticketPath(words.ticket)}/leave`}>{ticketTexts.for(language)('leave')}</a>
    </p>
  );
}
