import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { readRows } from './import-files.ts';

const national = z.object({ data: z.iso.date(), nome_it: z.string(), nome_en: z.string() });
const abroad = z.object({
  iso2: z.string(),
  data: z.iso.date(),
  nome: z.string(),
  nome_en: z.string(),
  conferma: z.enum(['S', 'N', '']),
});
const patron = z.object({
  sigla: z.string(),
  festa: z.string(),
  mmgg: z.string(),
  mobile: z.enum(['S', 'N']),
  data_2026: z.iso.date(),
  data_2027: z.iso.date(),
});
const translation = z.object({ nome_en: z.string(), nome_it: z.string() });

/** Years for which the files know the movable days. */
const firstYear = 2026;
const lastYear = 2028;

interface Holiday {
  country: string;
  scope: string;
  day: string;
  name: LocalText;
  sure: boolean;
}

/** Replaces all holidays: they are suggestions, and what an office made of them is a closure of its own. */
export async function importHolidays(tx: Tx): Promise<void> {
  const rows = [...nationalDays(), ...patronSaints(), ...daysAbroad()];
  await sql`DELETE FROM holiday`.execute(tx);
  await sql`
    INSERT INTO holiday (country, scope, day, name, sure)
    SELECT country, scope, day, name, sure
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (country text, scope text, day date, name jsonb, sure boolean)
    ON CONFLICT DO NOTHING`.execute(tx);
}

function nationalDays(): Holiday[] {
  return readRows('festivita_italia.csv', national).map((row) => ({
    country: 'IT',
    scope: 'national',
    day: row.data,
    name: { it: row.nome_it, en: row.nome_en },
    sure: true,
  }));
}

function patronSaints(): Holiday[] {
  return readRows('patroni_province.csv', patron).flatMap((row) => {
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
    const days = row.mobile === 'S' ? [row.data_2026, row.data_2027] : years.map((year) => `${year}-${row.mmgg}`);
    return days.map((day) => ({
      country: 'IT',
      scope: row.sigla,
      day,
      name: { it: row.festa, en: row.festa },
      sure: true,
    }));
  });
}

function daysAbroad(): Holiday[] {
  const italian = new Map(readRows('festivita_nomi_it.csv', translation).map((row) => [row.nome_en, row.nome_it]));
  return readRows('festivita_paesi.csv', abroad).map((row) => ({
    country: row.iso2,
    scope: 'national',
    day: row.data,
    name: nameAbroad(row, italian),
    sure: row.conferma === 'S',
  }));
}

/** A name nobody here can read is put in brackets after words that everybody can. */
function nameAbroad(row: z.infer<typeof abroad>, italian: ReadonlyMap<string, string>): LocalText {
  const readable = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(row.nome);
  const [local, english] = [
    row.nome.replace(/\s*\([^)]*\)\s*$/u, ''),
    row.nome_en.replace(/\s*\((substitute day|observed)\)$/, ''),
  ];
  const fallback = {
    it: readable ? local : `Festività locale (${local})`,
    en: readable ? local : `Local holiday (${local})`,
  };
  return { it: italian.get(english) ?? fallback.it, en: row.nome_en || fallback.en };
}
