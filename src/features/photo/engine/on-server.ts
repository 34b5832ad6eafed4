import { type Engine, loadEngine } from './load-engine.ts';
import { readShipped } from './read-shipped.ts';

/** Loads the models from the folder they are shipped in. */
export async function loadEngineHere(): Promise<Engine> {
  return loadEngine(readShipped);
}
