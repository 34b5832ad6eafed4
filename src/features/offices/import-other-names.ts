import { z } from 'zod';
import { readRows } from './import-files.ts';

const otherName = z.object({
  che: z.enum(['sede', 'comune', 'provincia', 'regione', 'paese']),
  quale: z.string().min(1),
  nome: z.string().min(1),
});

type What = z.infer<typeof otherName>['che'];

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Names that people use beside the official one, in other languages too; kept, because an import asks thousands of times. */
export function readOtherNames(what: What, which: string): readonly string[] {
  known ??= new Map(
    [...Map.groupBy(readRows('altri_nomi.csv', otherName), (row) => `${row.che} ${row.quale}`)].map(
      ([place, rows]) => [place, rows.map((row) => row.nome)] as const,
    ),
  );
  return known.get(`${what} ${which}`) ?? [];
}
