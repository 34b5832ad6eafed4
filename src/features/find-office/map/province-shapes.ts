import { readFileSync } from 'node:fs';
import { projectPath } from '#platform/root.ts';
import { readTopology, type Ring } from './topology.ts';

/** A ring of a province's border, and the box of degrees around it. */
export interface Border {
  readonly ring: Ring;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

let kept: readonly Border[] | undefined;

/** The borders of Italy's provinces, read when the first map is drawn. */
export function provinceBorders(): readonly Border[] {
  kept ??= readTopology(JSON.parse(readFileSync(projectPath('data', 'province_confini.topo.json'), 'utf8'))).flatMap(
    ({ rings }) => rings.map(withBox),
  );
  return kept;
}

function withBox(ring: Ring): Border {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return {
    ring,
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
}
