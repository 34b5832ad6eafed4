import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A table named in the SQL of a feature's source. */
export interface TableUse {
  readonly file: string;
  readonly feature: string;
  readonly table: string;
  readonly writes: boolean;
}

const isTest = /[.]test[.]tsx?$/;
const queryBuilder =
  /\.(selectFrom|insertInto|updateTable|deleteFrom|(?:inner|left|right|full|cross)Join|from|using)\(\s*((?:\[[^\]]*\])|'[a-z_]+(?: as \w+)?')/g;
const statement =
  /\b(FROM|JOIN|USING|UPDATE|INTO|DELETE FROM)\s+(?:ONLY\s+)?([a-z_]+(?:\s+(?:AS\s+)?[a-z]\w*)?(?:,\s*[a-z_]+(?:\s+(?:AS\s+)?[a-z]\w*)?)*)/g;

/** Which feature declares which table, by the `interface Tables` of each tables.ts. */
export function tableOwners(features: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const feature of readdirSync(features)) {
    const source = sourceOf(join(features, feature, 'tables.ts'));
    const declared = /interface Tables \{\n([\s\S]*?)\n {2}\}/.exec(source)?.[1] ?? '';
    for (const [, table] of declared.matchAll(/^ {4}([a-z_]+):/gm)) owners.set(table ?? '', feature);
  }
  return owners;
}

/** Every known table that the features' sources name in SQL, as text or through Kysely. */
export function tableUses(features: string, tables: ReadonlySet<string>): TableUse[] {
  const uses: TableUse[] = [];
  for (const path of readdirSync(features, { recursive: true, encoding: 'utf8' })) {
    if (!/[.]tsx?$/.test(path) || isTest.test(path)) continue;
    const [feature = ''] = path.split(/[/\\]/);
    for (const { table, writes } of tablesIn(sourceOf(join(features, path)))) {
      if (tables.has(table)) uses.push({ file: path.replaceAll('\\', '/'), feature, table, writes });
    }
  }
  return uses;
}

/** The tables one source names, and whether it writes them. */
export function tablesIn(source: string): { table: string; writes: boolean }[] {
  const code = withoutComments(source);
  const built = [...code.matchAll(queryBuilder)].flatMap(([, call = '', named = '']) =>
    [...named.matchAll(/'([a-z_]+)/g)].map(([, table = '']) => ({
      table,
      writes: /insertInto|updateTable|deleteFrom/.test(call),
    })),
  );
  const written = [...code.matchAll(statement)].flatMap(([whole, word = '', named = '']) =>
    named.split(',').map((item, at) => ({
      table: /[a-z_]+/.exec(item)?.[0] ?? '',
      writes: at === 0 && (/UPDATE|INTO|DELETE/.test(word) || isDeletion(code, whole)),
    })),
  );
  return [...built, ...written];
}

function isDeletion(code: string, whole: string): boolean {
  return /^FROM/.test(whole) && code.includes(`DELETE ${whole}`);
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

function sourceOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
