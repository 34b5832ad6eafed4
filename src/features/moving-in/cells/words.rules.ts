/** What a word of a cell is compared as: small letters, no accents, one blank between words. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A heading as it is compared: `Codice Fiscale`, `codice_fiscale` and `CODICE-FISCALE` are one. */
export function plainHeading(text: string): string {
  return plainWord(text).replaceAll(' ', '_');
}

const yes = new Set(['1', 'si', 's', 'vero', 'x', 'yes', 'y', 'true', 'on', 'attivo']);
const no = new Set(['0', 'no', 'n', 'falso', 'false', 'off', 'non attivo']);

export function readYesNo(text: string): boolean | undefined {
  const word = plainWord(text);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** 45.4642, 45,4642, 1.234,5. */
export function readNumber(text: string): number | undefined {
  const compact = text.replace(/[\s']/g, '');
  const decimal =
    compact.lastIndexOf(',') > compact.lastIndexOf('.')
      ? compact.replaceAll('.', '').replace(',', '.')
      : compact.replaceAll(',', '');
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(decimal) ? Number(decimal) : undefined;
}

/** Things beside one another in a cell: a JSON list, or with | ; or , between them. */
export function readList(text: string): string[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // No JSON after all: the brackets are the first one's.
    }
  }
  const sign = ['|', ';', ','].find((candidate) => text.includes(candidate)) ?? '|';
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const days = [
  ['1', 'lun', 'lunedi', 'mon', 'monday'],
  ['2', 'mar', 'martedi', 'tue', 'tuesday'],
  ['3', 'mer', 'mercoledi', 'wed', 'wednesday'],
  ['4', 'gio', 'giovedi', 'thu', 'thursday'],
  ['5', 'ven', 'venerdi', 'fri', 'friday'],
  ['6', 'sab', 'sabato', 'sat', 'saturday'],
  ['7', 'dom', 'domenica', 'sun', 'sunday'],
];

/** Days of the week, 1 Monday … 7 Sunday: `1-5`, `lun-ven`, `lun, mer`, `1|3`. */
export function readWeekdays(text: string): number[] | undefined {
  const found = new Set<number>();
  for (const part of readList(text.replace(/[–—]/g, '-'))) {
    const [from = '', to = from] = part.split('-');
    const [first, last] = [weekday(from), weekday(to)];
    if (first === undefined || last === undefined || last < first) return undefined;
    for (let day = first; day <= last; day += 1) found.add(day);
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}

function weekday(text: string): number | undefined {
  const at = days.findIndex((names) => names.includes(plainWord(text)));
  return at < 0 ? undefined : at + 1;
}
