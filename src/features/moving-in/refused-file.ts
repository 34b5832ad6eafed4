import type { Language } from '#platform/language.ts';
import type { Fault } from './fault.ts';
import { faultTexts, hintTexts } from './faults.text.ts';
import { type FileWriter, writeFile } from './files/write-file.ts';
import type { Group, KindName } from './import-run.ts';
import { formatVersion } from './run-import.ts';

const added = ['refused_row', 'refused_column', 'refused_reason', 'refused_hint'];

/** The refused rows as they were, with the reasons beside them: to be mended and imported alone. */
export interface RefusedFile {
  begin(kind: KindName, headings: readonly string[]): Promise<void>;
  add(rows: Group, faults: readonly Fault[]): Promise<void>;
  /** the files that were written */
  close(): Promise<string[]>;
}

/** One file for each kind: of several, the kind stands before the ending. */
export function refusedFile(path: string, language: Language): RefusedFile {
  const files = new Map<string, { writer: FileWriter; headings: readonly string[]; count: number }>();
  const paths = new Map<KindName, string>();
  let open: { kind: KindName; headings: readonly string[] } | undefined;
  const pathOf = (kind: KindName) => (files.size === 0 ? path : path.replace(/(\.[^.]+)?$/, `-${kind}$1`));
  return {
    async begin(kind, headings) {
      open = { kind, headings: headings.filter((heading) => heading !== '' && !heading.startsWith('refused_')) };
    },
    async add(rows, faults) {
      if (open === undefined) return;
      const { kind, headings } = open;
      let file = files.get(pathFor(kind));
      if (file === undefined) {
        const columns = [...headings, ...added];
        const writer = await writeFile(pathFor(kind), { format: 'csv', kind, version: formatVersion, columns });
        file = { writer, headings, count: 0 };
        files.set(pathFor(kind), file);
      }
      const { headings: own } = file;
      await file.writer.write(
        rows.map(({ raw }) => {
          const fault = faults.find(({ line }) => line === raw.line);
          const cells = own.map((heading) => raw.cells.get(heading) ?? '');
          return [...cells, raw.line, ...(fault ? wordsOf(fault, language) : ['', '', ''])];
        }),
      );
    },
    async close() {
      for (const { writer } of files.values()) await writer.close();
      return [...files.keys()];
    },
  };

  function pathFor(kind: KindName): string {
    const known = paths.get(kind) ?? pathOf(kind);
    paths.set(kind, known);
    return known;
  }
}

function wordsOf(fault: Fault, language: Language): [string, string, string] {
  return [fault.column, faultTexts.for(language)(fault.reason), hintTexts.for(language)(fault.reason)];
}
