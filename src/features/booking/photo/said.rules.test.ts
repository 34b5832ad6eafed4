import { describe, expect, it } from 'vitest';
import type { CheckResult, Verdict } from '#features/photo/index.ts';
import { declarationsFor, lacksToBeSaid, nothingSaid, verdictWith } from './said.rules.ts';

const check = (id: CheckResult['id'], verdict: Verdict): CheckResult => {
  return { id, verdict, score: null, finding: 'whole', measured: {} };
};
const fine = check('intact', 'pass');
const cap = check('head-covering', 'fail');
const shut = check('eyes-open', 'fail');
const declared = ['recent', 'untouched', 'ears'] as const;

describe('what is said of a photo', () => {
  it('is what no check can tell, before one that they find right counts', () => {
    expect(declarationsFor([fine], nothingSaid)).toEqual(declared);
    expect(lacksToBeSaid([fine], nothingSaid)).toBe('needs-declarations');
    expect(lacksToBeSaid([fine], { ...nothingSaid, declared })).toBeUndefined();
  });

  it('is not asked about its age where the camera tells it, nor about ears under a covering', () => {
    expect(declarationsFor([check('recent', 'pass')], nothingSaid)).toEqual(['untouched', 'ears']);
    expect(declarationsFor([check('recent', 'warn')], nothingSaid)).toContain('recent');
    expect(declarationsFor([], { headCovered: true })).toEqual(['recent', 'untouched']);
  });

  it('is a reason where the checks find it wrong, or where something cannot be declared', () => {
    expect(lacksToBeSaid([shut], { ...nothingSaid, declared })).toBe('needs-reason');
    expect(lacksToBeSaid([shut], { ...nothingSaid, reason: { kind: 'health', words: null } })).toBeUndefined();
    expect(lacksToBeSaid([shut], { ...nothingSaid, reason: { kind: 'other', words: null } })).toBe('needs-words');
    expect(lacksToBeSaid([fine], { ...nothingSaid, reason: { kind: 'like-this', words: null } })).toBeUndefined();
  });

  it('makes a covered head no fault, and nothing else', () => {
    expect(verdictWith([fine, cap], nothingSaid)).toBe('fail');
    expect(verdictWith([fine, cap], { headCovered: true })).toBe('pass');
    expect(verdictWith([fine, cap, shut], { headCovered: true })).toBe('fail');
  });
});
