import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** The first sheet of a PDF as a picture beside it; the PDF alone where the machine has no poppler. */
export async function takePaper(page: Page, paper: { path: string; name: string; folder: string }): Promise<void> {
  const response = await page.request.get(paper.path);
  if (!response.ok()) throw new Error(`${paper.path} answers ${response.status()}`);
  const file = join(paper.folder, paper.name);
  await writeFile(`${file}.pdf`, await response.body());
  const draw = ['-png', '-r', '96', '-singlefile', `${file}.pdf`, file];
  await promisify(execFile)('pdftoppm', draw).catch(() => rm(`${file}.png`, { force: true }));
}
