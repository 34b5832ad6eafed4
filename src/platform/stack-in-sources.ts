import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const mostKept = 200;
const pauseBetween = 1_000;

/**
 * Tells stacks of the built program in lines of its sources. The runtime's own way reads every map at the start and keeps it,
 * some ten megabytes in each process; here a map is read when an error is told, and left again.
 */
export function stackReader(now: () => number = () => performance.now()) {
  const told = new Map<string, string>();
  let next = 0;
  return function stackInSources(stack: string | undefined): string | undefined {
    if (stack === undefined) return undefined;
    const known = told.get(stack);
    if (known !== undefined) return known;
    // In a storm of different errors the work goes on: stacks stay as they are.
    if (now() < next) return stack;
    next = now() + pauseBetween;
    if (told.size >= mostKept) told.clear();
    const maps = new Map<string, SourceMap | undefined>();
    const readable = stack.replaceAll(/file:\/\/[^\s()]+?\.js:\d+:\d+/g, (place) => inSource(place, maps) ?? place);
    told.set(stack, readable);
    return readable;
  };
}

function inSource(place: string, maps: Map<string, SourceMap | undefined>): string | undefined {
  const [, url = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  if (!maps.has(url)) maps.set(url, mapOf(url));
  const entry = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return undefined;
  return `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

function mapOf(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')) as SourceMap['payload']);
  } catch {
    // A dependency, or a program run from its sources: there is no map.
    return undefined;
  }
}
