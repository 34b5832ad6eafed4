import { dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { HoldBar } from '#ui/frame/hold-bar.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Steps } from '#ui/steps.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { timeAtOffice } from '../../hold/held-everywhere.ts';
import { type Held, holdPath } from './held.ts';
import { heldBarTexts } from '../../hold/held-bar.text.ts';

/**
 * Until when the seat is kept, with the one extension and the way to give it up. On a page with a form the buttons send
 * that form, so that what was typed stays with the hold.
 */
export function HeldBar(props: {
  context: PageContext;
  held: Held;
  formId?: string | undefined;
  back?: 'summary' | 'files' | undefined;
}) {
  const { context, held, formId, back } = props;
  const { hold, now } = held;
  const { language } = context;
  const t = heldBarTexts.for(language);
  if (held.owner.kind === 'list') return <OfferedBar held={held} language={language} />;
  const extend = <Act {...props} action={holdPath(hold, 'extend')} kind="secondary" words={t('extend')} />;
  const leave = <Act {...props} action={holdPath(hold, 'leave')} kind="plain" words={t('leave')} />;
  return (
    <HoldBar
      language={language}
      until={hold.expiresAt}
      now={now}
      zone={held.office.timeZone}
      time={heldUntil(held, language)}
    >
      {!hold.extended && extend}
      {leave}
    </HoldBar>
  );

  function Act({ action, kind, words }: { action: string; kind: 'secondary' | 'plain'; words: string }) {
    if (formId) {
      return (
        <Button form={formId} formaction={action} kind={kind} small>
          {words}
        </Button>
      );
    }
    return (
      <ActionForm action={action} csrf={context.csrf} language={language} hidden={back ? { back } : {}}>
        <Button kind={kind} small>
          {words}
        </Button>
      </ActionForm>
    );
  }
}

/** A seat offered from a waiting list is kept for days, and given up on the list's own page. */
function OfferedBar({ held, language }: { held: Held; language: Language }) {
  const { hold, office } = held;
  const t = heldBarTexts.for(language);
  const day = longDate(dayIn(hold.expiresAt, office.timeZone), language);
  return (
    <aside class="t-bar" aria-label={t('offeredNotice')}>
      <div class="t-header-inner">
        <strong>{t('offeredUntil', { day, time: heldUntil(held, language) })}</strong>
        <div class="t-bar-actions">
          <a href="/waiting-list">{t('offeredBack')}</a>
        </div>
      </div>
    </aside>
  );
}

/** When the seat goes, in the office's words. */
export function heldUntil({ hold, office }: Pick<Held, 'hold' | 'office'>, language: Language): string {
  const { kind: officeKind, city: officeCity, timeZone } = office;
  return timeAtOffice({ officeKind, officeCity, timeZone }, hold.expiresAt, language);
}

/** Who has not logged in yet does it at the end. `at`: the step the page is. */
export function BookingSteps({ context, at }: { context: PageContext; at: 'login' | 'people' | 'summary' }) {
  const { language, user } = context;
  const [login = '', people = '', summary = ''] = heldBarTexts.for(language)('steps').split('|');
  const words = { login, people, summary };
  const steps = user === null && at !== 'login' ? [people, summary, login] : [login, people, summary];
  return <Steps language={language} steps={steps} current={steps.indexOf(words[at])} />;
}

/** "Giovedì 14 gennaio 2027, alle 09:20 di Londra" */
export function When(props: {
  language: Language;
  startsAt: Temporal.Instant;
  zone: string;
  /** Named when the reader may be elsewhere. */
  city: string | undefined;
}) {
  const { language, startsAt, zone, city } = props;
  return (
    <>
      {capital(longDate(dayIn(startsAt, zone), language))},{' '}
      <OfficeTime language={language} instant={startsAt} zone={zone} city={city} />
    </>
  );
}

/** What is being booked, in one line above a heading, and when. */
export function kickerOf({ office, offering }: Pick<Held, 'office' | 'offering'>, language: Language): string {
  return `${localText(offering.serviceName, language)} · ${localText(office.name, language)}`;
}

export function WhenHeld({ held, language }: { held: Pick<Held, 'hold' | 'office'>; language: Language }) {
  const { hold, office } = held;
  const city = office.kind === 'municipal' ? undefined : localText(office.city, language);
  return <When language={language} startsAt={hold.startsAt} zone={office.timeZone} city={city} />;
}
