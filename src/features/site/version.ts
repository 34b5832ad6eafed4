import { readFileSync } from 'node:fs';
import { projectPath } from '#platform/root.ts';

/** The program's version, as package.json states it. */
export const version = (JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string }).version;
