import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { models } from './models.ts';
import { modelFaults, readShipped } from './read-shipped.ts';

const folder = projectPath('data', 'photo-models');
const files = Object.values(models).flatMap(({ graph, weights }) => [graph, weights]);

describe('the models as shipped', () => {
  it('are those that were tried, and no others lie beside them', () => {
    for (const { file, sha256 } of files) {
      const sum = createHash('sha256')
        .update(readFileSync(`${folder}/${file}`))
        .digest('hex');
      expect(sum, file).toBe(sha256);
    }
    const shipped = readdirSync(folder).filter((name) => /\.(bin|json)$/.test(name));
    expect(shipped.toSorted()).toEqual(files.map(({ file }) => file).toSorted());
  });

  it('are named by the doctor when one is missing or another', async () => {
    expect(await modelFaults()).toEqual([]);
    const file = 'selfie.bin';
    const changed = { file, sha256: '0'.repeat(64) };
    const faults = await modelFaults((asked) => readShipped(asked.file === file ? changed : asked));
    expect(faults).toEqual([expect.stringContaining('data/photo-models/selfie.bin is missing or was changed')]);
  });

  it('have the same sums in the list for people', () => {
    const listed = readFileSync(`${folder}/SHA256SUMS`, 'utf8').trimEnd().split('\n');
    expect(listed.toSorted()).toEqual(files.map(({ file, sha256 }) => `${sha256}  ${file}`).toSorted());
  });
});
