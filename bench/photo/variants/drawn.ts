import type { Pixels } from '#features/photo/face/seen.ts';
import { corners, eyeDistance, middleOf, outlines, point, spots } from '../landmarks.ts';
import { css, draw, meanColour, mix, type Subject } from '../paint.ts';
import { gross, slight } from './variant.ts';

// All of these are drawn by the landmarks that measure them afterwards: they show that a measure works, not how often it
// is right in the field.

type Side = 'left' | 'right';
const sides: readonly Side[] = ['left', 'right'];

const skinAt = (subject: Subject, spot: number) => {
  const { x, y } = point(subject, spot);
  return meanColour(subject.pixels, x, y, eyeDistance(subject) * 0.06);
};

/** Lids drawn over the eyes, `share` of the way down, with lashes where they end. */
function lids(subject: Subject, eyes: readonly Side[], share = 1): Promise<Pixels> {
  const size = eyeDistance(subject);
  const shapes = eyes.map((side) => {
    const upper = outlines[`${side}UpperLid`].map((index) => point(subject, index));
    const lower = outlines[`${side}LowerLid`].map((index) => point(subject, index));
    const edge = upper.map(({ x, y }, at) => {
      const below = lower[at] ?? { x, y };
      return { x: x + (below.x - x) * share, y: y + (below.y - y) * share + (share === 1 ? size * 0.01 : 0) };
    });
    const over = upper.map(({ x, y }) => ({ x, y: y - size * 0.015 })).toReversed();
    const skin = css(mix(skinAt(subject, side === 'left' ? 119 : 348), [0, 0, 0], 0.2));
    const written = (all: readonly { x: number; y: number }[]) =>
      all.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    return `<polygon points="${written([...edge, ...over])}" fill="${skin}" stroke="${skin}" stroke-width="3"/>
      <polyline points="${written(edge)}" fill="none" stroke="#2b1d18" stroke-width="${(size * 0.022).toFixed(1)}"/>`;
  });
  return draw(subject.pixels, shapes.join(''), 0.7);
}

/** Glasses: two lenses with their frame and bridge. */
export function glasses(
  subject: Subject,
  {
    lens = 'none',
    opacity = 0,
    frame = 0.06,
    extra = '',
  }: { lens?: string; opacity?: number; frame?: number; extra?: string },
): Promise<Pixels> {
  const size = eyeDistance(subject);
  const [left, right] = [point(subject, spots.leftPupil), point(subject, spots.rightPupil)];
  const tilt = (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI;
  const middle = middleOf([left, right]);
  const [wide, high] = [size * 0.76, size * 0.56];
  const lensAt = (x: number) =>
    `<rect x="${x - wide / 2}" y="${-high * 0.45}" width="${wide}" height="${high}" rx="${size * 0.14}" fill="${lens}" fill-opacity="${opacity}" stroke="#171412" stroke-width="${size * frame}"/>`;
  const bridge = `<path d="M${-size / 2 + wide / 2} 0Q0 ${-size * 0.1} ${size / 2 - wide / 2} 0" fill="none" stroke="#171412" stroke-width="${size * frame}"/>`;
  const shapes = `<g transform="translate(${middle.x} ${middle.y}) rotate(${tilt})">${lensAt(-size / 2)}${lensAt(size / 2)}${bridge}${extra.replaceAll('SIZE', String(size))}</g>`;
  return draw(subject.pixels, shapes);
}

function glare(subject: Subject): Promise<Pixels> {
  const size = eyeDistance(subject);
  const spot = `<ellipse cx="${-size / 2}" cy="0" rx="${size * 0.27}" ry="${size * 0.17}" fill="#fff" fill-opacity="0.92"/>`;
  return glasses(subject, { extra: spot });
}

/** Irises at the corners of the eyes. */
function lookingAside(subject: Subject): Promise<Pixels> {
  const size = eyeDistance(subject);
  const shapes = sides.map((side) => {
    const eye = outlines[`${side}Eye`];
    const iris = point(subject, spots[`${side}Pupil`]);
    const colour = meanColour(subject.pixels, iris.x + size * 0.05, iris.y, 2);
    const far = Math.max(...eye.map((index) => point(subject, index).x)) - size * 0.075;
    const disc = (radius: number, fill: string) =>
      `<circle cx="${far}" cy="${iris.y}" r="${size * radius}" fill="${fill}"/>`;
    return `<clipPath id="${side}"><polygon points="${corners(subject, eye)}"/></clipPath>
      <g clip-path="url(#${side})"><rect width="100%" height="100%" fill="#c8bcb5"/>${disc(0.092, css(colour))}${disc(0.04, '#0c0a0a')}</g>`;
  });
  return draw(subject.pixels, shapes.join(''), 0.6);
}

function redPupils(subject: Subject): Promise<Pixels> {
  const radius = eyeDistance(subject) * 0.055;
  const discs = sides.map((side) => {
    const { x, y } = point(subject, spots[`${side}Pupil`]);
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#d8131c" fill-opacity="0.85"/>`;
  });
  return draw(subject.pixels, discs.join(''), 0.8);
}

/** A surgical mask from the nose to below the chin. */
function mask(subject: Subject, colour: string): Promise<Pixels> {
  const jaw = outlines.jaw.slice(2, -2).map((index) => point(subject, index));
  const bridge = point(subject, 5);
  const edge = [...jaw, bridge].map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return draw(subject.pixels, `<polygon points="${edge}" fill="${colour}" stroke="${colour}" stroke-width="12"/>`, 0.8);
}

function cap(subject: Subject): Promise<Pixels> {
  const size = eyeDistance(subject);
  const brows = middleOf([...outlines.leftBrow, ...outlines.rightBrow].map((index) => point(subject, index)));
  const half = (point(subject, 454).x - point(subject, 234).x) * 0.62;
  const [from, to, low] = [brows.x - half, brows.x + half, brows.y - size * 0.12];
  const shape = `<path d="M${from} ${low}V${low - size * 1.2}Q${brows.x} ${low - size * 2.3} ${to} ${low - size * 1.2}V${low}Z" fill="#1f3060"/>`;
  return draw(subject.pixels, shape, 0.8);
}

function hand(subject: Subject): Promise<Pixels> {
  const size = eyeDistance(subject);
  const mouth = point(subject, 61);
  const skin = css(mix(skinAt(subject, spots.leftCheek), [0, 0, 0], 0.06));
  const shape = `<ellipse cx="${mouth.x}" cy="${mouth.y + size * 0.15}" rx="${size * 0.55}" ry="${size * 0.32}" fill="${skin}" stroke="#0003" stroke-width="3"/>`;
  return draw(subject.pixels, shape, 0.8);
}

const closed = ['eyes-open'] as const;
const dark = ['sunglasses', 'tint-and-glare'] as const;

export const drawnVariants = [
  gross('eyes closed', closed, (subject) => lids(subject, sides)),
  slight('one eye closed', closed, (subject) => lids(subject, ['left'])),
  slight('eyes half closed', closed, (subject) => lids(subject, sides, 0.5)),
  gross('looking aside', ['gaze'], lookingAside),
  gross('red pupils', ['red-eye'], redPupils),
  gross('sunglasses', dark, (subject) => glasses(subject, { lens: '#0b0b0b', opacity: 0.985 })),
  slight('tinted glasses', dark, (subject) => glasses(subject, { lens: '#2a2018', opacity: 0.62 })),
  slight('glare on a lens', dark, glare),
  slight('thick frames (allowed, told)', ['glasses'], (subject) => glasses(subject, { frame: 0.055 })),
  slight('thin frames (allowed, told)', ['glasses'], (subject) => glasses(subject, { frame: 0.018 })),
  gross('light blue mask', ['mouth-covering'], (subject) => mask(subject, '#9dc8e0')),
  slight('white mask', ['mouth-covering'], (subject) => mask(subject, '#eceeef')),
  gross('blue cap', ['head-covering'], cap),
  slight('a hand at the mouth', ['mouth-covering'], hand),
];
