import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package that few requests need, read when it is first used and not as every process starts: writing PDF and e-mail alone
 * are some thirty megabytes. For where the use cannot wait; elsewhere `await import()` does the same.
 */
export function loadLater<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  // The type is the caller's word for what the name stands for.
  return () => (loaded ??= require(name) as Package);
}
