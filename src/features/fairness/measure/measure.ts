import { suppress } from '#features/reports/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Part } from '../tables.ts';
import '../tables.ts';
import { tellCount, tellGroups } from './crowd.rules.ts';
import type { Measurable } from './measurable.query.ts';
import { releaseCrowd } from './release-crowd.query.ts';
import { type Counted, type CrowdTotals, roomCrowd } from './room-crowd.query.ts';

/** Writes the report of what is over: figures only, and none that tells of fewer than five people. */
export async function measure(tx: Tx, { of, now }: { of: Measurable; now: Temporal.Instant }): Promise<void> {
  const { roomId, releaseId } = of;
  const known =
    roomId === null ? await fromHolds(tx, releaseId ?? '0') : tellRoom(await roomCrowd(tx, { roomId, zone: of.zone }));
  await tx
    .insertInto('fairness_report')
    .values({
      code: of.code,
      office_id: of.officeId,
      release_id: releaseId,
      room_id: roomId,
      source: roomId === null ? 'holds' : 'tickets',
      ordering: of.ordering,
      outcome: of.outcome,
      planners: [...of.planners],
      joins_at: of.joinsAt,
      closes_at: of.closesAt,
      opens_at: of.opensAt,
      sold_out_at: of.soldOutAt,
      ended_at: of.endedAt,
      seats: of.seats,
      ...known.totals,
      made_at: now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  if (known.figures.length === 0) return;
  await tx
    .insertInto('fairness_figure')
    .values(known.figures.map((figure) => ({ code: of.code, ...figure })))
    .onConflict((conflict) => conflict.columns(['code', 'part', 'value']).doNothing())
    .execute();
}

interface Figure {
  readonly part: Part;
  readonly value: string;
  readonly people: number | null;
  readonly winners: number | null;
}

/** The crowd of a room as it may be kept. Where sums are small themselves, no part of them is told. */
export function tellRoom({ groups, totals }: { groups: readonly Counted[]; totals: CrowdTotals }) {
  const { people, winners, answered } = totals;
  const isTold = tellCount(people) !== null;
  const isWonTold = isTold && tellCount(winners) !== null && tellCount(people - winners) !== null;
  const isAnswerTold = isWonTold && ![answered, people - answered, answered - winners].map(tellCount).includes(null);
  const parts = Map.groupBy(groups, ({ part }) => part);
  const figures = [...parts].flatMap(([part, all]): Figure[] => {
    if (part === 'outcome') return isAnswerTold ? outcomes(all, totals) : [];
    const told = tellGroups(all);
    return all.map(({ value }, place) => ({
      part,
      value,
      people: isTold ? (told[place]?.people ?? null) : null,
      winners: isWonTold ? (told[place]?.winners ?? null) : null,
    }));
  });
  const isTimeTold = isAnswerTold && answered > 0;
  return {
    figures,
    totals: {
      people: isTold ? people : null,
      winners: isWonTold ? winners : null,
      answered: isAnswerTold ? answered : null,
      median_seconds: isTimeTold ? totals.medianSeconds : null,
      most_seconds: isTimeTold ? totals.mostSeconds : null,
      correlation: isTold && people > 0 ? totals.correlation : null,
    },
  };
}

/** How it ended: who got a seat and who had no answer are told in the sums, so only the rest hide one another. */
function outcomes(all: readonly Counted[], { people, winners, answered }: CrowdTotals): Figure[] {
  const figure = (value: string, count: number | null): Figure => ({
    part: 'outcome',
    value,
    people: count,
    winners: null,
  });
  const others = all.filter(({ value }) => !['booked', 'waiting', 'admitted', 'displaced'].includes(value));
  const { parts } = suppress(others.map((one) => one.people));
  const displaced = all.find(({ value }) => value === 'displaced');
  return [
    figure('booked', winners),
    ...others.map(({ value }, place) => figure(value, parts[place] ?? null)),
    ...(people > answered ? [figure('waiting', people - answered)] : []),
    ...(displaced ? [figure('displaced', tellCount(displaced.people))] : []),
  ];
}

async function fromHolds(tx: Tx, releaseId: string) {
  const { groups, held, booked } = await releaseCrowd(tx, { releaseId });
  const parts = Map.groupBy(groups, ({ part }) => part);
  const figures = [...parts].flatMap(([part, all]): Figure[] => {
    // Who booked is all that is known: they are the people and the winners of their group.
    const told = tellGroups(all.map(({ winners }) => ({ people: winners, winners })));
    return all.map(({ value }, place) => ({ part, value, people: null, winners: told[place]?.winners ?? null }));
  });
  const totals = {
    people: tellCount(held),
    winners: tellCount(booked),
    answered: null,
    median_seconds: null,
    most_seconds: null,
    correlation: null,
  };
  return { figures: totals.winners === null ? [] : figures, totals };
}
