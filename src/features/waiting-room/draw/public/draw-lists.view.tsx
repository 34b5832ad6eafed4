import type { ComponentChildren } from 'preact';
import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Mixing } from '../../tables.ts';
import type { DrawFacts } from '../draw-facts.query.ts';
import { drawTexts } from './draw.text.ts';

interface Props {
  readonly language: Language;
  readonly facts: DrawFacts;
}

/** "giovedì 10 dicembre 2026, 10:00 (Londra)" */
export function momentOf({ timeZone, city, kind }: DrawFacts, instant: Temporal.Instant, language: Language): string {
  const where = kind === 'municipal' ? '' : ` (${localText(city, language)})`;
  return `${longDate(dayIn(instant, timeZone), language)}, ${clockTime(instant, timeZone)}${where}`;
}

export const valueDayWords = ({ day }: Mixing, language: Language): string =>
  dayMonthYear(Temporal.PlainDate.from(day), language);

/** All that was fixed before anybody joined. */
export function PromisedList({ language, facts }: Props) {
  const t = drawTexts.for(language);
  const { mixing, seats } = facts;
  const when = (instant: Temporal.Instant) => momentOf(facts, instant, language);
  return (
    <SummaryList
      language={language}
      rows={[
        {
          key: t('commitment'),
          value: <Hash text={facts.commitment}>{t('commitmentAbout', { when: when(facts.announcedAt) })}</Hash>,
        },
        { key: t('joining'), value: t('joiningAbout', { from: when(facts.joinsAt), to: when(facts.closesAt) }) },
        { key: t('opening'), value: when(facts.opensAt) },
        ...(seats === null ? [] : [{ key: t('seats'), value: String(seats) }]),
        {
          key: t('value'),
          value: mixing ? (
            <Value language={language} mixing={mixing} />
          ) : (
            t('valueNone', { reason: facts.unmixedReason ?? '–' })
          ),
        },
      ]}
    />
  );
}

function Value({ language, mixing }: { language: Language; mixing: Mixing }) {
  const t = drawTexts.for(language);
  const { form, source } = mixing;
  const count = form.kind === 'numbers' ? form.count : form.length;
  return (
    <>
      {t('valueAbout', { what: localText(mixing, language), day: valueDayWords(mixing, language) })} {t('valueSource')}{' '}
      <Source text={source} />
      <br />
      <span class="t-muted">{t(form.kind === 'numbers' ? 'form.numbers' : 'form.digits', { count })}</span>
    </>
  );
}

/** Typed by an office: only what is a web address becomes a link. */
function Source({ text }: { text: string }) {
  if (!/^https:\/\/[^\s<>"]+$/.test(text)) return <>{text}</>;
  return (
    <a href={text} rel="noopener noreferrer">
      {text}
    </a>
  );
}

/** What has come of it so far. */
export function HappenedList({ language, facts }: Props) {
  const t = drawTexts.for(language);
  const { mixing, listRoot, closedAt, publicValue, drawnAt, endedAt, late, seed } = facts;
  const when = (instant: Temporal.Instant) => momentOf(facts, instant, language);
  const day = mixing && valueDayWords(mixing, language);
  const entered = publicValue ? (
    <Hash text={publicValue}>{facts.valueAt && t('valueAt', { when: when(facts.valueAt) })}</Hash>
  ) : (
    t('valueEntered.none', { day: day ?? '' })
  );
  return (
    <SummaryList
      language={language}
      rows={[
        {
          key: t('people'),
          value: (
            <>
              {facts.participants} {late > 0 && closedAt && <span class="t-muted">{t('peopleLate', { n: late })}</span>}
            </>
          ),
        },
        ...(listRoot && closedAt
          ? [{ key: t('root'), value: <Hash text={listRoot}>{t('rootAbout', { when: when(closedAt) })}</Hash> }]
          : []),
        { key: t('seed'), value: seed ? <Hash text={seed} /> : t('seed.secret') },
        ...(mixing ? [{ key: t('valueEntered'), value: entered }] : []),
        {
          key: t('order'),
          value:
            facts.outcome === 'cancelled' && endedAt
              ? t('cancelledAt', { when: when(endedAt) })
              : drawnAt
                ? t('order.at', { when: when(drawnAt) })
                : t('order.none'),
        },
      ]}
    />
  );
}

function Hash({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <>
      <code class="t-draw-hash" translate={false}>
        {text}
      </code>
      {children && <span class="t-draw-about">{children}</span>}
    </>
  );
}
