import { describe, expect, it } from 'vitest';
import { behind, changed, goodMeasures } from '#test/good-measures.ts';
import { checkInWords, figureInWords } from '../check-words.ts';
import { verdictOf } from '../check.ts';
import type { Measures } from '../measures/measure.ts';
import { faceCheckIds, judge } from './judge.ts';

const amiss = (measures: Measures, facts?: Parameters<typeof judge>[1]) =>
  judge(measures, facts).flatMap(({ id, verdict, finding }) =>
    verdict === 'warn' || verdict === 'fail' ? [`${verdict} ${id}: ${finding}`] : [],
  );

describe('a good portrait', () => {
  it('passes all that can be judged, and asks for what cannot', () => {
    const results = judge(goodMeasures, { quality: 92 });
    expect(results.map(({ id }) => id)).toEqual([...faceCheckIds]);
    expect(verdictOf(results)).toBe('pass');
    const open = results.filter(({ verdict }) => verdict === 'not-assessed').map(({ id }) => id);
    expect(open).toEqual(['ears', 'untouched']);
    const scores = results.flatMap(({ score }) => (score === null ? [] : [score]));
    expect(scores.every((score) => score >= 70 && score <= 100)).toBe(true);
  });

  it('stays good with glasses: they are told, and nothing follows', () => {
    const worn = judge(changed({ eyes: { bridge: 60 } }));
    expect(worn.find(({ id }) => id === 'glasses')).toMatchObject({ verdict: 'pass', finding: 'glasses-worn' });
    expect(verdictOf(worn)).toBe('pass');
  });
});

describe('what is wrong in a portrait is named', () => {
  it.each<[string, Measures, string]>([
    ['a small head', changed({ placement: { headHeight: 0.5 } }), 'fail head-size: head-small'],
    ['a large head', changed({ placement: { headHeight: 0.95 } }), 'fail head-size: head-large'],
    ['a head cut off', changed({ placement: { above: -3 } }), 'fail whole-head: head-cut'],
    ['eyes too high', changed({ placement: { eyeLine: 33 } }), 'fail eye-line: eyes-high'],
    ['eyes too low', changed({ placement: { eyeLine: 20 } }), 'fail eye-line: eyes-low'],
    ['a face at the side', changed({ placement: { across: 0.36 } }), 'fail centred: off-centre'],
    ['few pixels', changed({ placement: { eyeDistance: 60 } }), 'fail resolution: resolution-low'],
    ['a tilted head', changed({ pose: { roll: -12 } }), 'fail roll: head-tilted'],
    ['a head tilted a little', changed({ pose: { roll: 7 } }), 'warn roll: head-tilted'],
    ['a turned head', changed({ pose: { yaw: 15 } }), 'fail yaw: head-turned'],
    ['a nod', changed({ pose: { pitch: 40 } }), 'warn pitch: head-down'],
    ['a chin held high', changed({ pose: { pitch: -40 } }), 'warn pitch: head-up'],
    ['an open mouth', changed({ expression: { mouthOpen: 0.06 } }), 'fail mouth-closed: mouth-open'],
    ['a smile', changed({ expression: { smile: 1.1 } }), 'warn expression: smiling'],
    ['eyes aside', changed({ expression: { gaze: -0.11 } }), 'warn gaze: gaze-aside'],
    ['one eye closed', changed({ expression: { eyeLeastOpen: 0.3 } }), 'fail eyes-open: eyes-closed'],
    ['red pupils', changed({ eyes: { red: 0.9 } }), 'fail red-eye: red-eye'],
    ['a reflection', changed({ eyes: { shine: 0.4 } }), 'warn tint-and-glare: eyes-shine'],
    ['a blur', changed({ sharpness: { fineShare: 0.3 } }), 'fail sharpness: blurred'],
    ['noise', changed({ sharpness: { noise: 8 } }), 'warn noise: noisy'],
    ['a pale picture', changed({ light: { range: 12 } }), 'fail contrast: pale'],
    ['light from the side', changed({ light: { sides: 40 } }), 'fail lighting: light-from-side'],
    ['a shadow', changed({ light: { parts: 45 } }), 'warn lighting: shadow-on-face'],
    ['a cast', changed({ light: { cast: 8 } }), 'warn colour: colour-cast'],
    ['black and white', changed({ light: { colourfulness: 0 } }), 'fail colour: no-colour'],
    ['too much light', changed({ light: { burnt: 0.2 } }), 'fail exposure: too-bright'],
    ['a mask', changed({ coverings: { lower: 31 } }), 'fail mouth-covering: mouth-covered'],
    ['a white mask', changed({ coverings: { lower: 12, lips: 1 } }), 'warn mouth-covering: mouth-covered'],
    ['a cap', changed({ coverings: { forehead: 40 } }), 'warn head-covering: head-covered'],
    ['a blue wall', behind({ chroma: 60 }), 'fail background-colour: background-coloured'],
    ['a wall full of things', behind({ other: 0.4 }), 'fail background-uniform: background-uneven'],
    ['a wall dark on one side', behind({ sides: 30 }), 'fail background-uniform: background-sides'],
  ])('%s', (_, measures, finding) => {
    expect(amiss(measures)).toEqual([finding]);
  });

  it('a strongly compressed file, where it is known', () => {
    expect(amiss(goodMeasures, { quality: 25 })).toEqual(['warn compression: compressed']);
    expect(amiss(goodMeasures, { quality: 8 })).toEqual(['fail compression: compressed']);
    expect(judge(goodMeasures).find(({ id }) => id === 'compression')?.verdict).toBe('not-assessed');
  });

  it('nobody, several, and others who were cut off', () => {
    const nobody = { faces: 0, face: undefined, background: undefined };
    expect(amiss(nobody)).toEqual(['fail single-face: no-face']);
    expect(judge(nobody).filter(({ verdict }) => verdict === 'not-assessed')).toHaveLength(faceCheckIds.length - 1);
    expect(amiss({ ...goodMeasures, faces: 2 })).toEqual(['fail single-face: several-faces']);
    expect(amiss(goodMeasures, { faces: 2 })).toEqual(['fail single-face: others-cut-off']);
  });

  it('a face on its side: nothing else is said of it', () => {
    expect(amiss(changed({ pose: { roll: 178 }, light: { range: 1 } }))).toEqual([
      'fail roll: photo-turned',
      'warn mouth-covering: photo-turned',
    ]);
  });

  it('closed eyes are not also called hidden', () => {
    const shut = changed({
      expression: { eyeLeastOpen: 0.1, eyeMostOpen: 0.12 },
      eyes: { leastRange: 5, mostRange: 6 },
    });
    expect(amiss(shut)).toEqual(['fail eyes-open: eyes-closed']);
  });
});

describe('darkness', () => {
  const dark = changed({ light: { brightness: 0.05, skin: { lightness: 34, a: 9, b: 11 } } });

  it('is not what dark skin has before a light wall', () => {
    expect(amiss(dark)).toEqual([]);
  });

  it('is where the wall is dark too, whatever the skin', () => {
    const wall = behind({ colour: { lightness: 45, a: 0, b: 0 } }).background;
    for (const measures of [dark, changed({ light: { brightness: 0.08 } })]) {
      expect(amiss({ ...measures, background: wall })).toContain('fail exposure: too-dark');
    }
    expect(amiss({ ...goodMeasures, background: wall })).toEqual(['fail background-light: background-dark']);
  });

  it('is not told by the face alone, where no wall is seen', () => {
    expect(amiss({ ...dark, background: undefined })).toEqual([]);
  });
});

describe('a result in words', () => {
  it('has a sentence for each finding and its number beside the limit, in both languages', () => {
    const tilted = judge(changed({ pose: { roll: 12.6 } })).find(({ id }) => id === 'roll');
    if (tilted?.figure === undefined) throw new Error('A tilted head has a number');
    expect(checkInWords(tilted, 'it').message).toContain('raddrizzare la foto non è permesso');
    expect(figureInWords(tilted.figure, 'it')).toBe('12,6° (da -5,5° a 5,5°)');
    expect(figureInWords(tilted.figure, 'en')).toBe('12.6° (from -5.5° to 5.5°)');
    expect(figureInWords({ value: 60, from: 105, unit: 'px' }, 'it')).toBe('60 pixel (almeno 105 pixel)');
  });

  it('scores worse the further a measure is from its best', () => {
    const rolls = [0, 3, 5.5, 7, 8.5, 12, 90].map(
      (roll) => judge(changed({ pose: { roll } })).find(({ id }) => id === 'roll')?.score,
    );
    expect(rolls).toEqual([100, 84, 70, 55, 40, 5, 0]);
  });
});
