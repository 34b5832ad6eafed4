import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { useDeps } from '#test/deps.ts';
import { createTasks } from '../src/tasks.ts';

const deps = useDeps();
const rows = readFileSync(projectPath('docs', 'security', 'personal-data.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, table = '', , , task = '', test = '', file = '']) => ({ table, task, test, file }));

/** Columns that are about a person, by their names. */
const personal =
  /^(account_id|person_key|likeness_key|given_name|family_name|email|recipient|contact_email|new_email|device|browser_key|draft)$|_cipher$/;

/** About those who work, the office itself, or nobody. */
const notOfCitizens = [
  'office',
  'site_owner',
  'municipality_contact',
  'caught_mail',
  'certified_account',
  'federation_key',
  'cie_membership',
  'draw',
  'activation',
  'contact_import',
  'import_run',
  'planner_edit',
  'planner_version',
  'report_subscription',
];

describe('the page about what is kept of people', () => {
  it('names every table with a column about a person', async () => {
    const found = await sql<{ table: string; column: string }>`
      SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`.execute(deps.current.db);
    const tables = new Set(found.rows.filter(({ column }) => personal.test(column)).map(({ table }) => table));
    const named = new Set([...rows.map(({ table }) => table), ...notOfCitizens]);
    expect([...tables].filter((table) => !named.has(table))).toEqual([]);
    const all = new Set(found.rows.map(({ table }) => table));
    expect([...named].filter((table) => !all.has(table))).toEqual([]);
  });

  it('names tasks that the worker does, and tests that exist', () => {
    const tasks = Object.keys(createTasks(undefined));
    expect(rows.filter(({ task }) => task !== '–' && !tasks.includes(task))).toEqual([]);
    expect(rows.filter(({ test }) => !existsSync(projectPath(test)))).toEqual([]);
  });
});

describe('the checklist of security', () => {
  const text = readFileSync(projectPath('docs', 'security', 'asvs.md'), 'utf8');

  it('answers each requirement once, at places that exist', () => {
    const ids = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \|/gm)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(200);
    expect(new Set(ids).size).toBe(ids.length);
    const places = [...text.matchAll(/`((?:src|test|e2e|docs|assets)\/[\w./-]+|[A-Z]+\.md|package-lock\.json)`/g)];
    expect(places.map(([, place = '']) => place).filter((place) => !existsSync(projectPath(place)))).toEqual([]);
  });

  it('says what is missing where not all is there', () => {
    const open = text.split('\n').filter((line) => /\| (partly|operator) \|/.test(line));
    expect(open.filter((line) => !/\| (partly|operator) \| \S.{5,} \|$/.test(line))).toEqual([]);
  });
});
