import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stackReader } from './stack-in-sources.ts';

let folder = '';
const built = () => pathToFileURL(join(folder, 'part.js')).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-stack-'));
  const source = 'export function open(): void {\n\n  throw new Error("closed");\n}\n';
  const made = await transform(source, {
    loader: 'ts',
    minifyWhitespace: true,
    sourcemap: true,
    sourcefile: '../src/office.ts',
  });
  await writeFile(join(folder, 'part.js'), made.code);
  await writeFile(join(folder, 'part.js.map'), made.map);
});
afterAll(() => rm(folder, { recursive: true }));

it('an error of the built program is told in lines of its sources, and one of a dependency as it is', () => {
  const read = stackReader();
  const column = 1 + 'export function open(){'.length;
  expect(read(`Error: closed\n    at open (${built()}:1:${column})`)).toContain('at open (src/office.ts:3:3)');
  expect(read(undefined)).toBeUndefined();
  expect(stackReader()('at x (file:///nowhere/else.js:1:2)')).toBe('at x (file:///nowhere/else.js:1:2)');
});

it('a storm of different errors is told as it comes, after the first of each second', () => {
  let now = 0;
  const read = stackReader(() => now);
  const place = `${built()}:1:24`;
  expect(read(`one ${place}`)).toContain('src/office.ts');
  expect(read(`two ${place}`)).toBe(`two ${place}`);
  expect(read(`one ${place}`)).toContain('src/office.ts');
  now = 2_000;
  expect(read(`two ${place}`)).toContain('src/office.ts');
});
