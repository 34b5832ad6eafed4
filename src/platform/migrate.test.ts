import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectPath } from './root.ts';

it('numbers each migration once, without a gap, so that all databases apply them in one order', async () => {
  const names = (await readdir(projectPath('db', 'migrations'))).sort();
  const numbers = names.map((name) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]);
  expect(numbers).toEqual(names.map((_, index) => String(index + 1).padStart(4, '0')));
});
