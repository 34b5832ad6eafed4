import type { Office } from '#features/offices/index.ts';
import { localText, type Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Table } from '#ui/table.tsx';
import type { Clock, Moment } from './clocks.rules.ts';
import type { Simulation } from './simulate-release.ts';
import { simulationTexts } from './simulation.text.ts';

/** What the clocks say where people live, who is likely to lose out, and how much it matters. */
export function Clocks({
  simulation,
  office,
  language,
}: {
  simulation: Simulation;
  office: Office;
  language: Language;
}) {
  const t = simulationTexts.for(language);
  const { clocks, asked } = simulation;
  const isConsular = office.kind === 'consular';
  return (
    <>
      <h2>{t('clocks')}</h2>
      <p>
        {isConsular
          ? t('clocksAbout', { country: localText(office.countryName, language) })
          : t('clocksHome', { city: localText(office.city, language) })}
      </p>
      <Table
        caption={t('clocks')}
        columns={[{ label: t('clock') }, { label: t('moment') }, { label: t('zones') }]}
        rows={clocks.map((clock) => ({
          key: clock.time + String(clock.dayOff),
          cells: [
            clockWords(clock, language),
            <MomentBadge moment={clock.moment} language={language} />,
            zoneWords(clock.zones, language),
          ],
        }))}
      />
      <h3 class="h4">{t('loses')}</h3>
      <Losing clocks={clocks} language={language} />
      <p>{t(`matters.${asked.way}`)}</p>
    </>
  );
}

function Losing({ clocks, language }: { clocks: readonly Clock[]; language: Language }) {
  const t = simulationTexts.for(language);
  const at = (moment: Moment): Clock[] => clocks.filter((clock) => clock.moment === moment);
  const zones = (moment: Moment): string =>
    zoneWords(
      at(moment).flatMap((clock) => clock.zones),
      language,
    );
  const isFree = clocks.every(({ moment }) => moment === 'free');
  return (
    <ul>
      {at('night').length > 0 && <li>{t('loses.night', { zones: zones('night') })}</li>}
      {at('work').length > 0 && <li>{t('loses.work', { zones: zones('work') })}</li>}
      {at('school').length > 0 && <li>{t('loses.school')}</li>}
      {isFree && <li>{t('loses.none')}</li>}
    </ul>
  );
}

function MomentBadge({ moment, language }: { moment: Moment; language: Language }) {
  const t = simulationTexts.for(language);
  const tone = moment === 'night' ? 'danger' : moment === 'free' ? 'success' : 'warning';
  return <Badge tone={tone}>{t(`moment.${moment}`)}</Badge>;
}

function clockWords({ time, dayOff }: Clock, language: Language): string {
  const t = simulationTexts.for(language);
  return dayOff === 0 ? time : `${time} ${t(dayOff < 0 ? 'dayBefore' : 'dayAfter')}`;
}

/** At most four places by their names. */
function zoneWords(zones: readonly string[], language: Language): string {
  const t = simulationTexts.for(language);
  const names = zones.map((zone) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} ${t('zones.more', { n: names.length - 4 })}` : shown;
}
