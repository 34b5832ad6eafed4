import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { demoNotice } from './demo-notice.ts';

const deps = useDeps();

it('tells of a demo set only where there is one and the demo is off', async () => {
  const url = deps.current.config.databaseUrl ?? '';
  expect(await demoNotice({ url, demo: false })).toBeUndefined();
  const { pool, clock } = deps.current;
  await pool.query("INSERT INTO data_import (name, hash, imported_at) VALUES ('demo', '1', $1)", [clock.now()]);
  expect(await demoNotice({ url, demo: false })).toContain('its people cannot log in while TURNO_DEMO is off');
  expect(await demoNotice({ url, demo: true })).toBeUndefined();
});
