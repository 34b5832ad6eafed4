import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// A zone no office is in, so that a time read in the machine's zone shows up as a wrong time.
process.env.TZ = 'America/Caracas';

/** Walks that take minutes begin first: the short journeys fill the other place beside them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => /accessible|rubbish|start\.test/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const preact = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        oxc: preact,
        extends: true,
        test: {
          name: 'turno',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'assets/**/*.test.{ts,tsx}'],
          globalSetup: 'test/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc: preact,
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.e2e.{ts,tsx}'],
          globalSetup: 'e2e/global-setup.ts',
          maxWorkers: Number(process.env.TURNO_SIDE_BY_SIDE ?? 1),
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page may take its time where browser, Turno and database share two cores.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        oxc: preact,
        extends: true,
        test: {
          name: 'gallery',
          include: ['e2e/gallery/**/*.gallery.ts'],
          globalSetup: 'e2e/global-setup.ts',
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        oxc: preact,
        extends: true,
        test: {
          // Run by `npm run manual`.
          name: 'manual',
          include: ['e2e/manual/*.manual.ts'],
          globalSetup: 'e2e/global-setup.ts',
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        oxc: preact,
        extends: true,
        test: {
          // Run by `npm run e2e:browsers`.
          name: 'webkit',
          include: ['e2e/webkit/*.webkit.ts'],
          globalSetup: 'e2e/global-setup.ts',
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
