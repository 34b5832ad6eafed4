import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';

const read = (name: string) => readFileSync(projectPath(name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

it('every npm script runs a file that is there', () => {
  const files = Object.values(scripts).map((command) => /^node ([\w./-]+)$/.exec(command)?.[1] ?? command);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(projectPath(file)))).toEqual([]);
});

it('the pages for newcomers name only npm scripts that are there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'].map(read).join('');
  const named = [...pages.matchAll(/npm (?:--\S+ (?:\S+ )?)*run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});
