import { describe, expect, it } from 'vitest';
import { bordersIn } from './borders.ts';
import { markRadius, marksFor } from './marks.rules.ts';
import { projectionFor, scaleKm } from './projection.rules.ts';
import { provinceBorders } from './province-shapes.ts';
import { readTopology } from './topology.ts';

const frame = { width: 360, height: 300, margin: 30 };
const roma = { lat: 41.89, lon: 12.48 };

describe('the map of offices', () => {
  it('reads shapes whose borders are shared, forwards and backwards', () => {
    const [left, right] = readTopology({
      type: 'Topology',
      transform: { scale: [0.5, 1], translate: [10, 40] },
      arcs: [
        [
          [2, 0],
          [0, 1],
        ],
        [
          [2, 1],
          [-2, 0],
          [0, -1],
          [2, 0],
        ],
        [
          [2, 0],
          [2, 0],
          [0, 1],
          [-2, 0],
        ],
      ],
      objects: {
        all: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[0, 1]], properties: { name: 'left' } },
            { type: 'MultiPolygon', arcs: [[[-1, 2]]], properties: { name: 'right' } },
          ],
        },
      },
    });
    expect(left?.rings).toEqual([
      [
        [11, 40],
        [11, 41],
        [10, 41],
        [10, 40],
        [11, 40],
      ],
    ]);
    expect(right?.rings).toEqual([
      [
        [11, 41],
        [11, 40],
        [12, 40],
        [12, 41],
        [11, 41],
      ],
    ]);
  });

  it('knows the borders of all 107 provinces', () => {
    expect(provinceBorders().length).toBeGreaterThan(107);
  });

  it('shows all its places, north up, with one measure for both directions', () => {
    const ostia = { lat: 41.73, lon: 12.28 };
    const projection = projectionFor([roma, ostia], frame);
    const [a, b] = [projection.spot(roma), projection.spot(ostia)];
    expect(a.y).toBeLessThan(b.y);
    expect(a.x).toBeGreaterThan(b.x);
    for (const { x, y } of [a, b]) {
      expect(x).toBeGreaterThanOrEqual(29.9);
      expect(x).toBeLessThanOrEqual(330.1);
      expect(y).toBeGreaterThanOrEqual(29.9);
      expect(y).toBeLessThanOrEqual(270.1);
    }
    expect(Math.hypot(a.x - b.x, a.y - b.y) / projection.perKm).toBeCloseTo(24.3, 0);
    expect([5, 10]).toContain(scaleKm(projection));
  });

  it('does not zoom into a single place without end', () => {
    const { perKm } = projectionFor([roma], frame);
    expect((frame.height - 60) / perKm).toBeCloseTo(8);
  });

  it('cuts borders to what is seen', () => {
    const paths = bordersIn(projectionFor([roma, { lat: 41.7, lon: 12.2 }], frame));
    expect(paths.length).toBeGreaterThan(0);
    for (const number of paths.join(' ').match(/-?\d+(\.\d+)?/g) ?? []) {
      expect(Number(number)).toBeGreaterThanOrEqual(-12);
      expect(Number(number)).toBeLessThanOrEqual(372);
    }
  });

  it('sets no mark over another, and none beyond the edge', () => {
    const same = Array.from({ length: 10 }, () => ({ x: 20, y: 150 }));
    const marks = marksFor(same, frame);
    for (const [index, { at }] of marks.entries()) {
      expect(at.x).toBeGreaterThanOrEqual(markRadius);
      for (const other of marks.slice(index + 1)) {
        expect(Math.hypot(at.x - other.at.x, at.y - other.at.y)).toBeGreaterThan(2 * markRadius);
      }
    }
  });
});
