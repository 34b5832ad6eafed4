import { expect, test } from 'vitest';
import type { Finding } from '../check.text.ts';
import type { Verdict } from '../check.ts';
import { findingHint } from './finding-hints.ts';

const straight = { roll: 0, yaw: 0, pitch: 0 };

function found(...findings: [Finding, Verdict][]) {
  return findings.map(([finding, verdict]) => ({
    id: 'single-face' as const,
    verdict,
    score: 50,
    finding,
    measured: {},
  }));
}

test('where nothing is wrong there is nothing to do', () => {
  expect(findingHint(found(['eyes-open', 'pass'], ['glasses-worn', 'pass']), straight)).toBeUndefined();
});

test('the head is held straight towards the other side of where it leans or looks', () => {
  expect(findingHint(found(['head-tilted', 'warn']), { ...straight, roll: 7 })?.hint).toBe('tilt-right');
  expect(findingHint(found(['head-tilted', 'warn']), { ...straight, roll: -7 })?.hint).toBe('tilt-left');
  expect(findingHint(found(['head-turned', 'fail']), { ...straight, yaw: 12 })?.hint).toBe('turn-right');
});

test('what is wrong comes before what is doubtful', () => {
  const results = found(['background-uneven', 'warn'], ['mouth-open', 'fail']);
  expect(findingHint(results, straight)).toEqual({ hint: 'mouth', isGood: false });
});

test('the shutter does not wait for what is only doubtful, unless anybody can change it', () => {
  expect(findingHint(found(['eyes-closed', 'warn']), straight)).toEqual({ hint: 'eyes', isGood: true });
  expect(findingHint(found(['eyes-closed', 'fail']), straight)).toEqual({ hint: 'eyes', isGood: false });
  expect(findingHint(found(['mouth-open', 'warn']), straight)).toEqual({ hint: 'mouth', isGood: false });
});
