import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { SamlProvider } from '../saml/provider.ts';
import { readProviderMetadata } from '../saml/provider-metadata.ts';

/** The files as they are now: their names, sizes and times tell whether anything has changed. */
interface Listing {
  readonly files: readonly string[];
  readonly mark: string;
}

const unreadable: Listing = { files: [], mark: 'unreadable' };

/**
 * The providers of a folder of metadata files, read again when a file comes, goes or changes. A file that cannot be read is
 * told in the log once, and takes nothing from the others. `every` is in milliseconds.
 */
export function providerFolder(folder: string, { log, every = 500 }: { log: Logger; every?: number }) {
  let known: { mark: string; providers: readonly SamlProvider[] } = { mark: '', providers: [] };
  let lookAgain = 0;
  return (): readonly SamlProvider[] => {
    if (performance.now() < lookAgain) return known.providers;
    lookAgain = performance.now() + every;
    const { files, mark } = listingOf(folder);
    if (mark === known.mark) return known.providers;
    if (mark === unreadable.mark) {
      // What was known stays: the folder may be in the middle of being replaced.
      log.error({ alarm: 'provider-folder', folder }, 'identity providers cannot be read');
      known = { ...known, mark };
    } else known = { mark, providers: files.flatMap((file) => providersIn(file, log)) };
    return known.providers;
  };
}

function listingOf(folder: string): Listing {
  try {
    const files = readdirSync(folder)
      .filter((name) => /^[^.].*\.xml$/i.test(name))
      .toSorted()
      .map((name) => join(folder, name));
    const marks = files.map((file) => {
      const { size, mtimeMs, ino } = statSync(file);
      return `${file} ${size} ${mtimeMs} ${ino}`;
    });
    return { files, mark: marks.join('\n') };
  } catch {
    return unreadable;
  }
}

function providersIn(file: string, log: Logger): readonly SamlProvider[] {
  try {
    const read = readProviderMetadata(readFileSync(file, 'utf8'));
    if (read.ok) return read.providers;
    log.warn({ file, reason: read.reason }, 'metadata of an identity provider cannot be used');
  } catch (error) {
    log.warn({ file, err: error }, 'metadata of an identity provider cannot be read');
  }
  return [];
}
