import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';

describe('the architecture check', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `turno-test-${process.pid}-`));
    for (const name of ['package.json', 'tsconfig.json']) await copyFile(projectPath(name), join(folder, name));
    await symlink(projectPath('node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [
      'floors-know-no-feature',
      {
        'platform/log.ts': "export { book } from '#features/booking/index.ts';",
        'features/booking/index.ts': 'export const book = 1;',
      },
    ],
    [
      'features-through-their-index',
      {
        'features/booking/index.ts': "export { grid } from '#features/planner/grid.ts';",
        'features/planner/grid.ts': 'export const grid = 1;',
      },
    ],
    [
      'planner-imports-downwards',
      {
        'features/planner/index.ts': "export type { Book } from '#features/booking/index.ts';",
        'features/booking/index.ts': 'export type Book = 1;',
      },
    ],
    [
      'areas-stay-apart',
      {
        'features/planner/api/preview.api.ts': "export { desk } from '../office/desk.ts';",
        'features/planner/office/desk.ts': "export { desk } from '../network/desk.ts';",
        'features/planner/network/desk.ts': 'export const desk = 1;',
      },
    ],
    [
      'root-knows-no-area',
      {
        'features/planner/hours.ts': "export { hoursTexts } from './office/hours.text.ts';",
        'features/planner/office/hours.text.ts': 'export const hoursTexts = 1;',
      },
    ],
    [
      'no-cycles',
      {
        'features/booking/hold.ts': "import { book } from './book.ts';\nexport const hold = () => book;",
        'features/booking/book.ts': "import { hold } from './hold.ts';\nexport const book = () => hold;",
      },
    ],
    ['resolvable', { 'platform/log.ts': "export * from '#platform/nowhere.ts';" }],
  ])('catches a planted violation of %s', async (rule, files) => {
    await plant(folder, files);
    const { code, output } = await check(folder);
    expect(output).toContain(`${rule}: `);
    expect(code).toBe(1);
  });

  it('lets through what points down and enters by the index', async () => {
    await plant(folder, {
      'features/booking/index.ts': "export { grid } from '#features/planner/index.ts';",
      'features/planner/index.ts': "export { grid } from './office/grid.view.ts';",
      'features/planner/office/grid.view.ts': "export { grid } from './grid.ts';",
      'features/planner/office/grid.ts': "export { grid } from '../grid.ts';",
      'features/planner/grid.ts': 'export const grid = 1;',
    });
    expect(await check(folder)).toEqual({ code: 0, output: '5 modules, 0 violations\n' });
  });

  it('fails when it found nothing to check', async () => {
    await plant(folder, { 'notes.json': '{}' });
    expect((await check(folder)).code).toBe(1);
  });
});

async function plant(folder: string, files: Record<string, string>): Promise<void> {
  await rm(join(folder, 'src'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'src', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

function check(folder: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [projectPath('scripts', 'architecture.mjs'), folder], (_error, out, err) =>
      resolve({ code: child.exitCode, output: err + out }),
    );
  });
}
