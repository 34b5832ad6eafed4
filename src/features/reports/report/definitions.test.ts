import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { openDataFields } from '../open-data/fields.ts';
import { countColumns } from './days.ts';
import { headingTexts } from './headings.text.ts';
import { reportTexts } from './report.text.ts';
import { reportNames } from './report.ts';

const docs = readFileSync(projectPath('docs', 'figures.md'), 'utf8');

describe('each figure', () => {
  it('is defined in docs/figures.md by the name that files and programs know', () => {
    const names = [
      ...countColumns.map(({ key }) => key),
      ...['offered', 'taken', 'occupancy', 'notCancelled', 'meanDays', 'withoutDate', 'medianDays', 'p90Days'],
      ...[
        'minutesToSellOut',
        'openClearances',
        'medianAge',
        'oldestAge',
        'granted',
        'refused',
        'medianDaysToGrant',
        'waiting',
      ],
      ...openDataFields.slice(7, 15),
    ];
    expect(names.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  });

  it('has a heading, and each report says how it is counted', () => {
    expect(countColumns.filter(({ key }) => !headingTexts.has(key))).toEqual([]);
    expect(reportNames.filter((name) => !reportTexts.has(`${name}-how`))).toEqual([]);
  });
});
