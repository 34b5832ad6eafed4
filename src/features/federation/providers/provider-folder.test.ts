import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { samlProvider } from '#test/saml-provider.ts';
import { providerFolder } from './provider-folder.ts';

const log = createLog(readConfig({ TURNO_LOG: 'silent' }), 'test');
const [one, two] = [samlProvider('https://uno.prova.example'), samlProvider('https://due.prova.example')];

it('a folder of providers is what its files say now, and stays as it was while it cannot be read', () => {
  const parent = mkdtempSync(join(tmpdir(), 'turno-idp-'));
  const folder = join(parent, 'idp');
  const names = () => read().map(({ entityId }) => entityId);
  const read = providerFolder(folder, { log, every: 0 });
  expect(names()).toEqual([]);
  const other = mkdtempSync(join(parent, 'other-'));
  writeFileSync(join(other, 'one.xml'), one.metadata());
  writeFileSync(join(other, '.two.xml'), two.metadata());
  writeFileSync(join(other, 'two.xml~'), two.metadata());
  renameSync(other, folder);
  expect(names()).toEqual([one.entityId]);
  writeFileSync(join(folder, 'two.XML'), two.metadata());
  expect(names()).toEqual([one.entityId, two.entityId]);
  rmSync(join(folder, 'one.xml'));
  expect(names()).toEqual([two.entityId]);
  writeFileSync(join(folder, 'two.XML'), 'torn');
  expect(names()).toEqual([]);
  writeFileSync(join(folder, 'two.XML'), two.metadata());
  expect(names()).toEqual([two.entityId]);
  rmSync(folder, { recursive: true });
  expect(names()).toEqual([two.entityId]);
  rmSync(parent, { recursive: true });
});
