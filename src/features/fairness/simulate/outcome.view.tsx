import type { Language } from '#platform/language.ts';
import { countWords, lengthWords, percentWords } from '../report/words.ts';
import type { Simulation } from './simulate-release.ts';
import { simulationTexts } from './simulation.text.ts';

/** What is likely to happen, in four figures. */
export function OutcomeFigures({
  simulation,
  used,
  language,
}: {
  simulation: Simulation;
  used: number;
  language: Language;
}) {
  const t = simulationTexts.for(language);
  const { asked, foreseen } = simulation;
  const { seats, people, way } = asked;
  const isNone = way === 'none';
  const without = Math.max(0, people - (seats - foreseen.seatsLeft));
  const hasTurns = way === 'first-come' || way === 'draw';
  const lasts = lastsWords(simulation, language);
  const unused = Math.round(1 / Math.max(0.001, 1 - used));
  const turnsNote = used > 0.97 ? t('turns-all') : t('turns-note', { of: unused });
  const figures = [
    { label: t('chance'), value: percentWords(foreseen.chance, language), note: t('chance-note', { seats, people }) },
    { label: t('lasts'), value: lasts.value, note: lasts.note },
    {
      label: t('turns'),
      value: hasTurns ? countWords(foreseen.turns, language) : '–',
      note: hasTurns ? turnsNote : isNone ? t('turns-none') : t('lasts-assigned'),
    },
    {
      label: t('without'),
      value: countWords(without, language),
      note: without === 0 ? '' : t('without-note', { when: t(isNone ? 'when.none' : 'when.end') }),
    },
  ];
  return (
    <ul class="t-keys" aria-label={t('results')}>
      {figures.map(({ label, value, note }) => (
        <li key={label}>
          <span>{label}</span>
          <strong>{value}</strong>
          {note && <span class="t-keys-note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

function lastsWords({ asked, foreseen }: Simulation, language: Language): { value: string; note: string } {
  const t = simulationTexts.for(language);
  const { quickSeconds, lastSeconds, seatsLeft } = foreseen;
  if (quickSeconds === null || lastSeconds === null) return { value: '–', note: t('lasts-left', { n: seatsLeft }) };
  if (asked.way === 'none') return { value: '–', note: t('lasts-none') };
  if (asked.way === 'registration-draw') return { value: '–', note: t('lasts-assigned') };
  return {
    value: lengthWords(quickSeconds, language),
    note: t('lasts-note', { most: lengthWords(lastSeconds, language) }),
  };
}

/** The same in a sentence or two, for pages that are about something else. */
export function ShortOutcome(props: { simulation: Simulation; href: string; language: Language }) {
  const { simulation, href, language } = props;
  const t = simulationTexts.for(language);
  const { asked, foreseen } = simulation;
  const { quickSeconds, lastSeconds } = foreseen;
  const hasTurns = asked.way === 'first-come' || asked.way === 'draw';
  const lasts =
    hasTurns && quickSeconds !== null && lastSeconds !== null
      ? t('shortLasts', { quick: lengthWords(quickSeconds, language), most: lengthWords(lastSeconds, language) })
      : lastsWords(simulation, language).note;
  const { seats, people } = asked;
  return (
    <aside class="t-foreseen" aria-labelledby="foreseen">
      <h2 id="foreseen" class="h4">
        {t('next')}
      </h2>
      <p>{t('short', { seats, people, chance: percentWords(foreseen.chance, language), lasts })}</p>
      <p class="mb-0">
        <a href={href}>{t('more')}</a> <span class="t-muted">{t('estimate')}</span>
      </p>
    </aside>
  );
}
