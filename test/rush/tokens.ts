import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectPath } from '#platform/root.ts';

/** Session tokens of the demo's `citizen-1` to `citizen-<count>`. */
export async function demoTokens(dataFolder: string, count: number): Promise<string[]> {
  const arguments_ = [projectPath('dist', 'main.js'), 'demo', 'sessions', String(count)];
  const { TZ: _zone, DATABASE_URL: _url, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, {
    env: { ...env, TURNO_DATA: dataFolder, TURNO_DEMO: 'on' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim().split('\n');
}
