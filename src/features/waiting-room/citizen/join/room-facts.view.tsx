import type { Office } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import type { RoomNow } from '../../turns/rooms.ts';
import { drawPath } from '../paths.ts';
import { When } from '../when.view.tsx';
import { written } from '../written.ts';
import { joinTexts } from './join.text.ts';

/** Whether those who join now are still to be put in order by a draw. */
export function isBeforeDraw(room: RoomNow, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, room.closesAt) < 0;
}

export function isBeforeJoining(room: RoomNow, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, room.joinsAt) < 0;
}

/** When people may join, when the order is drawn, when seats open; how many wait, for how many seats. */
export function RoomFacts(props: { language: Language; office: Office; room: RoomNow; now: Temporal.Instant }) {
  const { language, office, room, now } = props;
  const t = joinTexts.for(language);
  const when = (instant: Temporal.Instant) => <When {...{ language, office, instant, now }} />;
  const isOpen = Temporal.Instant.compare(now, room.opensAt) >= 0;
  const isEarly = isBeforeJoining(room, now);
  const number = (count: number) => <span translate={false}>{written(count, language)}</span>;
  const rows: SummaryRow[] = [
    ...(isEarly ? [{ key: t('joins'), value: when(room.joinsAt) }] : []),
    ...(isBeforeDraw(room, now) && !room.closesAt.equals(room.opensAt)
      ? [{ key: t(room.ordering === 'first-come' ? 'draw' : 'closes'), value: when(room.closesAt) }]
      : []),
    isOpen ? { key: t('open'), value: t('openNow') } : { key: t('opens'), value: when(room.opensAt) },
    ...(room.free > 0 ? [{ key: t('seats'), value: number(room.free) }] : []),
    ...(isEarly ? [] : [{ key: t('people'), value: number(room.people) }]),
    // What stands before a release has its order promised beforehand.
    ...(room.gate === null ? [] : [{ key: t('promise'), value: <a href={drawPath(room)}>{t('promiseSee')}</a> }]),
  ];
  return <SummaryList language={language} rows={rows} />;
}
