import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict.rules.ts';

function reportWith(quarters: readonly [number, number][], correlation: number | null) {
  return {
    ordering: 'draw',
    correlation,
    figures: quarters.map(([people, winners], place) => ({
      part: 'quarter' as const,
      value: String(place + 1),
      people,
      winners,
    })),
  } as const;
}

describe('whether it helped to come early', () => {
  it('is denied where the quarters had the same chance, but for luck', () => {
    const report = reportWith(
      [
        [500, 52],
        [400, 38],
        [450, 47],
        [480, 45],
      ],
      0.02,
    );
    expect(verdictOf(report)).toEqual({ kind: 'independent', first: 52 / 500, last: 45 / 480 });
  });

  it('is admitted where a draw was no draw', () => {
    const report = reportWith(
      [
        [500, 180],
        [400, 5],
        [450, 5],
        [480, 0],
      ],
      0.6,
    );
    expect(verdictOf(report).kind).toBe('dependent');
  });

  it('is what was told beforehand where people were served as they came', () => {
    expect(
      verdictOf(
        reportWith(
          [
            [50, 50],
            [100, 40],
            [100, 10],
            [400, 0],
          ],
          null,
        ),
      ).kind,
    ).toBe('arrival');
  });

  it('is not known where quarters were kept back', () => {
    expect(verdictOf(reportWith([[50, 20]], 0.1)).kind).toBe('unknown');
  });
});
