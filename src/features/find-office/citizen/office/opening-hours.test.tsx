import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { OpeningRule } from '#features/planner/index.ts';
import { OpeningHours } from './opening-hours.view.tsx';

const planner = {
  plannerId: 1,
  name: 'Sportello',
  services: ['cie'],
  horizonDays: 30,
  noticeMinutes: 0,
  releaseTime: '00:00',
};

function words(rules: readonly Partial<OpeningRule>[]): string {
  const whole = rules.map((rule) => ({
    validTo: null,
    weekdays: [1, 2],
    starts: '09:00',
    ends: '12:00',
    breaks: [],
    minutes: 30,
    desks: 1,
    validFrom: '2026-11-23',
    ...rule,
  }));
  const planners = [{ ...planner, rules: whole }];
  const today = Temporal.PlainDate.from('2026-11-22');
  const view = <OpeningHours language="it" serviceNames={new Map([['cie', 'CIE']])} {...{ planners, today }} />;
  return render(view)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

it('an office that begins on a coming day tells the hours of that day', () => {
  expect(words([{}])).toContain('Lunedì e martedì 09:00–12:00');
  expect(words([{}])).toContain('Questi orari valgono dal 23 novembre 2026.');
});

it('hours that change are those of today, and the day of the change', () => {
  const text = words([
    { validFrom: '2026-01-01', starts: '08:00' },
    { validFrom: '2026-12-08', weekdays: [5] },
  ]);
  expect(text).toContain('08:00–12:00');
  expect(text).toContain('Gli orari cambiano dall’8 dicembre 2026.');
  expect(words([])).toContain('In questo periodo non riceve.');
});
