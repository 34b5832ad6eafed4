import type { Language } from '#platform/language.ts';
import { bordersIn } from './borders.ts';
import { areaMapTexts } from './area-map.text.ts';
import { type MarkKind, markKinds } from './mark-kind.rules.ts';
import { MarkShape, MarkSign } from './mark.view.tsx';
import { marksFor } from './marks.rules.ts';
import { type Place, type Projection, projectionFor, scaleKm, type Spot } from './projection.rules.ts';

/** The drawing's own measure: as wide as a small telephone, so that numbers stay readable there; larger screens enlarge it. */
export const mapFrame = { width: 360, height: 320, margin: 34 };

/** An office on the map, with its number in the list. */
export interface MapOffice extends Place {
  readonly number: number;
  /** where its mark leads, on this page */
  readonly href: string;
  readonly name: string;
  readonly kind: MarkKind;
  /** its first date, in words */
  readonly date: string;
}

export interface AreaMapProps {
  language: Language;
  offices: readonly MapOffice[];
  /** where the reader looks from */
  from: Place & { readonly name: string };
  /** a circle about it */
  withinKm: number | undefined;
  /** to know one's way */
  towns: readonly (Place & { readonly name: string })[];
}

/** The projection a map of these offices will have: what else is to be drawn is looked for in its box. */
export function mapProjection(offices: readonly Place[], from: Place): Projection {
  return projectionFor([from, ...offices], mapFrame);
}

/** Where the offices of the list are, drawn from open borders: no page of another site is asked for a tile. */
export function AreaMap({ language, offices, from, withinKm, towns }: AreaMapProps) {
  const t = areaMapTexts.for(language);
  const projection = mapProjection(offices, from);
  const { width, height } = mapFrame;
  const here = projection.spot(from);
  const marks = marksFor(
    offices.map((office) => projection.spot(office)),
    mapFrame,
  );
  return (
    <figure class="t-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby="map-title" aria-describedby="map-about">
        <title id="map-title">{t('title')}</title>
        <desc id="map-about">{t('about')}</desc>
        <g aria-hidden="true">
          <rect class="t-map-sea" width={width} height={height} />
          {bordersIn(projection).map((path) => (
            <path key={path} class="t-map-land" d={path} />
          ))}
          {withinKm !== undefined && (
            <circle class="t-map-reach" cx={round(here.x)} cy={round(here.y)} r={round(withinKm * projection.perKm)} />
          )}
          <Towns
            towns={towns.filter(({ name }) => name !== from.name)}
            projection={projection}
            taken={[here, ...marks.map(({ at }) => at)]}
          />
          <path class="t-map-here" d={cross(here)} />
          <text class="t-map-name t-map-name-here" x={round(here.x + 10)} y={round(here.y - 8)}>
            {from.name}
          </text>
          <ScaleBar words={t('scale', { km: scaleKm(projection) })} projection={projection} />
        </g>
        {marks.map(({ at, place }, index) => {
          const office = offices[index];
          return office === undefined ? null : (
            <a
              key={office.number}
              href={office.href}
              aria-label={t('mark', { number: office.number, office: office.name, date: office.date })}
            >
              {at !== place && (
                <path class="t-map-lead" d={`M${round(place.x)} ${round(place.y)}L${round(at.x)} ${round(at.y)}`} />
              )}
              <MarkShape kind={office.kind} number={office.number} at={{ x: round(at.x), y: round(at.y) }} />
            </a>
          );
        })}
      </svg>
      <figcaption>
        <Legend language={language} kinds={new Set(offices.map(({ kind }) => kind))} />
        <p class="t-muted mb-0">{t('source')}</p>
      </figcaption>
    </figure>
  );
}

/** Names of larger towns that keep clear of each other and of the marks. */
function Towns({
  towns,
  projection,
  taken,
}: {
  towns: AreaMapProps['towns'];
  projection: Projection;
  taken: readonly Spot[];
}) {
  const set: Spot[] = [];
  return (
    <>
      {towns.map((town) => {
        const { x, y } = projection.spot(town);
        const isLeft = x > mapFrame.width * 0.72;
        const middle = { x: x + (isLeft ? -30 : 30), y };
        const isFree =
          taken.every((spot) => Math.abs(spot.x - middle.x) > 46 || Math.abs(spot.y - y) > 20) &&
          set.every((spot) => Math.abs(spot.x - middle.x) > 70 || Math.abs(spot.y - y) > 16);
        if (!isFree || y < 12 || y > mapFrame.height - 24 || x < 6 || x > mapFrame.width - 6) return null;
        set.push(middle);
        return (
          <g key={town.name}>
            <circle class="t-map-town" cx={round(x)} cy={round(y)} r="2" />
            <text
              class={isLeft ? 't-map-name t-map-name-left' : 't-map-name'}
              x={round(x + (isLeft ? -5 : 5))}
              y={round(y + 4)}
            >
              {town.name}
            </text>
          </g>
        );
      })}
    </>
  );
}

function ScaleBar({ words, projection }: { words: string; projection: Projection }) {
  const long = round(scaleKm(projection) * projection.perKm);
  const y = mapFrame.height - 10;
  return (
    <>
      <path class="t-map-scale" d={`M10 ${y - 4}V${y}H${10 + long}V${y - 4}`} />
      <text class="t-map-name" x={14 + long} y={y}>
        {words}
      </text>
    </>
  );
}

function Legend({ language, kinds }: { language: Language; kinds: ReadonlySet<MarkKind> }) {
  const t = areaMapTexts.for(language);
  return (
    <p class="t-map-legend">
      <strong>{t('legend')}:</strong>
      {markKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <MarkSign kind={kind} /> {t(kind)}
          </span>
        ))}
    </p>
  );
}

function cross({ x, y }: Spot): string {
  return `M${round(x - 7)} ${round(y)}H${round(x + 7)}M${round(x)} ${round(y - 7)}V${round(y + 7)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
