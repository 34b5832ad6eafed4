import { expect, test } from 'vitest';
import { placementHint } from './placement.rules.ts';

const guide = { left: 100, top: 100, width: 350, height: 450 };
const right = { guide, isCuttable: true, before: undefined };
const head = { eyes: { x: 275, y: 298 }, middle: 275, length: 333 };

test('a head where the guide wants it is left alone', () => {
  expect(placementHint(head, right)).toBeUndefined();
});

test('small comes closer, large moves back', () => {
  expect(placementHint({ ...head, length: 250 }, right)).toBe('closer');
  expect(placementHint({ ...head, length: 400 }, right)).toBe('further');
});

test('the picture is no mirror: who stands at its left goes to the own left', () => {
  expect(placementHint({ ...head, middle: 235 }, right)).toBe('left');
  expect(placementHint({ ...head, middle: 315 }, right)).toBe('right');
});

test('eyes too low in the picture are to come higher', () => {
  expect(placementHint({ ...head, eyes: { x: 275, y: 350 } }, right)).toBe('higher');
  expect(placementHint({ ...head, eyes: { x: 275, y: 250 } }, right)).toBe('lower');
});

test('who was asked to move is asked until it is well reached', () => {
  const nearly = { ...head, middle: 275 - 22 };
  expect(placementHint(nearly, right)).toBeUndefined();
  expect(placementHint(nearly, { ...right, before: 'left' })).toBe('left');
});

test('where no portrait could be cut, whatever is worst must change', () => {
  expect(placementHint({ ...head, length: 365 }, { ...right, isCuttable: false })).toBe('further');
});
