import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lock = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);

/** Licences that may be given on together with the EUPL-1.2. */
const good = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'Python-2.0',
]);

/** Looked at by a person: what their package.json does not say in a word. */
const lookedAt: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream Vera and public domain: free to ship with anything',
  'dom-walk': 'MIT, in its README',
  'png-js': 'MIT, in its LICENSE',
};

function isGood(expression: string): boolean {
  const either = expression.replaceAll(/[()]/g, '').split(' OR ');
  return either.some((all) => all.split(' AND ').every((licence) => good.has(licence.trim())));
}

describe('the libraries that Turno is shipped with', () => {
  it('have licences that go with its own', () => {
    const unknown = shipped
      .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license: license ?? '' }))
      .filter(({ name, license }) => !isGood(license) && !(name in lookedAt));
    expect(unknown).toEqual([]);
  });

  it('come from the registry, each with the sum of its content', () => {
    const elsewhere = shipped.filter(
      ([, { resolved, integrity }]) =>
        resolved !== undefined &&
        !(/^https:\/\/registry\.npmjs\.org\//.test(resolved) && integrity?.startsWith('sha512-')),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('have no hole that the registry knows of, where it answers', { timeout: 60_000 }, (context) => {
    const asked = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];
    const { stdout } = spawnSync('npm', asked, { cwd: projectPath(), encoding: 'utf8', timeout: 45_000 });
    const answer = readAnswer(stdout);
    if (answer === undefined) return context.skip('the registry says nothing about holes');
    expect(answer).toMatchObject({ high: 0, critical: 0 });
  });
});

function readAnswer(text: string | null): Readonly<Record<string, number>> | undefined {
  try {
    const answer = JSON.parse(text ?? '') as { metadata?: { vulnerabilities?: Record<string, number> } };
    return answer.metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
