import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { OwnRegistration } from '../../registration-draw/own-registration.query.ts';
import { type DrawAt, registerPath, resultsPath } from './door.ts';
import { ownTexts } from './own.text.ts';
import { preferenceWords, Preview } from './preferences-fields.view.tsx';
import { crumbsOf, DrawFacts, HowItWorks } from './draw-facts.view.tsx';
import { registerTexts } from './register.text.ts';

export interface OwnProps {
  readonly context: PageContext;
  readonly at: DrawAt;
  readonly own: OwnRegistration;
  readonly foreseen: { fits: { times: number; seats: number }; chance: number } | undefined;
  readonly done: 'registered' | 'changed' | undefined;
}

/** A registration: the ticket, the wishes, and what came of it. */
export function OwnView({ context, at, own, foreseen, done }: OwnProps) {
  const { draw, stage } = at;
  const { language } = context;
  const t = ownTexts.for(language);
  const isLive = own.ticketState !== 'left' && own.ticketState !== 'displaced';
  const mayChange = isLive && stage === 'open';
  const here = registerPath(draw, `/${own.number}`);
  return (
    <Layout context={context} title={t('title')} width="text" breadcrumb={crumbsOf(at, language)}>
      <PageHeading
        title={t('title')}
        kicker={`${localText(own.serviceName, language)} · ${localText(draw.officeName, language)}`}
      />
      {done && (
        <Alert language={language} tone="success" live title={t(done)}>
          {done === 'registered' && <p class="mb-0">{t('registeredText')}</p>}
        </Alert>
      )}
      {!isLive && (
        <Alert language={language} tone="warning" title={t(own.ticketState === 'left' ? 'withdrawn' : 'displaced')}>
          <p class="mb-0">{t(own.ticketState === 'left' ? 'withdrawnText' : 'displacedText')}</p>
        </Alert>
      )}
      {isLive && <Result own={own} language={language} />}
      <SummaryList language={language} rows={rowsOf(own, language)} />
      {foreseen && mayChange && <Preview language={language} {...foreseen} />}
      {mayChange && (
        <Actions>
          <ButtonLink href={`${here}/change`}>{t('change')}</ButtonLink>
          <ButtonLink href={`${here}/withdraw`} kind="danger">
            {t('withdraw')}
          </ButtonLink>
        </Actions>
      )}
      <h2 class="h3">{registerTexts.for(language)('theDraw')}</h2>
      <DrawFacts at={at} language={language} />
      <Proof own={own} here={here} language={language} />
      {(stage === 'assigned' || stage === 'assigning') && (
        <p>
          <a href={resultsPath(draw)}>{registerTexts.for(language)('results')}</a>
        </p>
      )}
      <HowItWorks draw={draw} language={language} />
    </Layout>
  );
}

function rowsOf(own: OwnRegistration, language: Language) {
  const t = ownTexts.for(language);
  return [
    ...(own.names.length > 0 ? [{ key: t('people'), value: own.names.join(', ') }] : []),
    { key: t('wishes'), value: preferenceWords(own.wishes, language) },
    { key: t('offices'), value: own.offices.map(({ name }) => localText(name, language)).join(', ') },
    { key: t('waiting'), value: t(own.wantsWaiting ? 'waitingYes' : 'waitingNo') },
    { key: t('weight'), value: t('weightOf', { weight: own.weight }) },
    ...(own.place === null ? [] : [{ key: t('place'), value: String(own.place) }]),
  ];
}

function Result({ own, language }: { own: OwnRegistration; language: Language }) {
  const t = ownTexts.for(language);
  const { seat, state, why, nextWeight, waiting } = own;
  if (state === 'registered') return null;
  if (seat) {
    const said = {
      day: longDate(dayIn(seat.startsAt, seat.timeZone), language),
      time: clockTime(seat.startsAt, seat.timeZone),
      office: localText(seat.officeName, language),
    };
    return (
      <Alert language={language} tone="success" title={t('assigned')}>
        <p>{t('assignedText', said)}</p>
        {seat.bookingCode && <ButtonLink href={`/bookings/${seat.bookingCode}`}>{t('seeBooking')}</ButtonLink>}
      </Alert>
    );
  }
  return (
    <Alert language={language} tone="info" title={t('notDrawn')}>
      <p>{t('why', { why: (why ?? '').replaceAll('-', '') })}</p>
      {nextWeight !== null && <p>{t('nextWeight', { weight: nextWeight })}</p>}
      {waiting === 'joined' && (
        <p class="mb-0">
          {t('waitingJoined')} <a href="/waiting-list">{t('seeWaiting')}</a>
        </p>
      )}
    </Alert>
  );
}

function Proof({ own, here, language }: { own: OwnRegistration; here: string; language: Language }) {
  const t = ownTexts.for(language);
  const code = (text: string) => (
    <code class="t-code text-break" translate={false}>
      {text}
    </code>
  );
  return (
    <>
      <h2 class="h3">{t('ticket')}</h2>
      <SummaryList
        language={language}
        rows={[
          { key: t('number'), value: String(own.number) },
          { key: t('pseudonym'), value: code(own.pseudonym) },
        ]}
      />
      <p>{t('pseudonymText')}</p>
      <p>{t('receiptText')}</p>
      <Actions>
        <ButtonLink href={`${here}/receipt.json`} kind="secondary">
          {t('download')}
        </ButtonLink>
      </Actions>
      <details class="mt-4 mb-4">
        <summary>{t('proof')}</summary>
        <p>{t('proofText')}</p>
        <SummaryList
          language={language}
          rows={[
            { key: t('salt'), value: code(own.salt) },
            { key: t('text'), value: code(own.wishesText) },
            { key: t('hash'), value: code(own.wishesHash) },
          ]}
        />
      </details>
    </>
  );
}
