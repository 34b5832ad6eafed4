import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { RegistrationDraw } from '../../registration-draw/registration-draw.query.ts';
import { type DrawAt, resultsPath } from './door.ts';
import { seatsFacts } from './facts.ts';
import { registerTexts } from './register.text.ts';

export function crumbsOf({ draw, places: [place] }: DrawAt, language: Language) {
  const t = registerTexts.for(language);
  const office = `/offices/${draw.officeCode}`;
  return [
    { label: t('home'), href: sitePaths.home },
    { label: localText(draw.officeName, language), href: office },
    ...(place ? [{ label: localText(place.serviceName, language), href: `${office}/${place.serviceCode}` }] : []),
    { label: t('title') },
  ];
}

/** "lunedì 14 dicembre 2026, ore 09:00 (ora di Madrid)" */
export function momentWords(instant: Temporal.Instant, draw: RegistrationDraw, language: Language): string {
  return registerTexts.for(language)('when', {
    day: longDate(dayIn(instant, draw.timeZone), language),
    time: clockTime(instant, draw.timeZone),
    city: localText(draw.officeCity, language),
  });
}

/** What there is, who registered, and what happens when. */
export function DrawFacts({ at, language }: { at: DrawAt; language: Language }) {
  const { draw, stage, slots } = at;
  const t = registerTexts.for(language);
  const when = (instant: Temporal.Instant) => momentWords(instant, draw, language);
  const { seats, first, last } = seatsFacts(slots, draw.timeZone);
  const days =
    first && last
      ? {
          days: first.equals(last) ? 'one' : 'some',
          first: dayMonthYear(first, language),
          last: dayMonthYear(last, language),
        }
      : { days: 'none', first: '', last: '' };
  const rows = [
    ...(stage === 'assigned' ? [] : [{ key: t('seats'), value: t('seatsOf', { count: seats, ...days }) }]),
    { key: t('registered'), value: t('registeredCount', { people: draw.people }) },
    ...(stage === 'announced' ? [{ key: t('from'), value: when(draw.joinsAt) }] : []),
    { key: t('until'), value: when(draw.closesAt) },
    { key: t('drawn'), value: drawWords(draw, language) },
    { key: t('left'), value: t('leftOpen', { when: when(draw.opensAt) }) },
  ];
  return <SummaryList language={language} rows={rows} />;
}

function drawWords(draw: RegistrationDraw, language: Language): string {
  const t = registerTexts.for(language);
  if (draw.drawnAt) return t('drawnDone', { when: momentWords(draw.drawnAt, draw, language) });
  if (!draw.mixing) return t('drawnAtClosing');
  return t('drawnWith', { day: dayMonthYear(Temporal.PlainDate.from(draw.mixing.day), language) });
}

/** What it is at, where one cannot register now. */
export function StageNews({ at: { draw, stage }, language }: { at: DrawAt; language: Language }) {
  const t = registerTexts.for(language);
  const when = (instant: Temporal.Instant) => momentWords(instant, draw, language);
  switch (stage) {
    case 'open':
      return null;
    case 'announced':
      return (
        <Alert language={language} tone="info" title={t('announced')}>
          <p class="mb-0">{t('announcedText', { when: when(draw.joinsAt) })}</p>
        </Alert>
      );
    case 'cancelled':
      return (
        <Alert language={language} tone="warning" title={t('cancelled')}>
          {draw.cancelReason && <p>{t('reason', { reason: localText(draw.cancelReason, language) })}</p>}
          <p class="mb-0">{t('cancelledText', { when: when(draw.opensAt) })}</p>
        </Alert>
      );
    case 'assigned':
      return (
        <Alert language={language} tone="success" title={t('assigned')}>
          <p>{t('assignedText')}</p>
          <ButtonLink href={resultsPath(draw)} kind="secondary">
            {t('results')}
          </ButtonLink>
        </Alert>
      );
    case 'closed':
    case 'assigning':
      return (
        <Alert language={language} tone="info" title={t(stage)}>
          <p class="mb-0">{t(stage === 'closed' ? 'closedText' : 'assigningText')}</p>
        </Alert>
      );
  }
}

export function HowItWorks({ draw, language }: { draw: RegistrationDraw; language: Language }) {
  const t = registerTexts.for(language);
  return (
    <>
      <h2 class="h3">{t('how')}</h2>
      <ol>
        {t('howSteps')
          .split('|')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      <p>
        <a href={`/draws/${draw.code}`}>{t('check')}</a>
      </p>
    </>
  );
}
