import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { createTasks } from './tasks.ts';

const asked = tasksAsked();

describe('the tasks that features ask for', () => {
  it('are each done by the worker', () => {
    const done = Object.keys(createTasks(undefined));
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((task) => !done.includes(task))).toEqual([]);
  });

  it('stand in ARCHITECTURE.md', () => {
    const table = readFileSync(projectPath('ARCHITECTURE.md'), 'utf8').matchAll(
      /^\| `([a-z-]+)` \| .* \| .*[.]job[.]ts/gm,
    );
    expect([...table].map(([, task]) => task).toSorted()).toEqual(asked);
  });
});

/** The names that rows of the outbox are written with. */
function tasksAsked(): string[] {
  const features = projectPath('src', 'features');
  const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<![.]test)[.]tsx?$/.test(path))
    .map((path) => readFileSync(projectPath('src', 'features', path), 'utf8'));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/\{ task: '([a-z-]+)', payload/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)].toSorted();
}
