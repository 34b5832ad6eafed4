import type { DocumentToBring } from '#features/offices/index.ts';
import type { LocalParagraphs, LocalText } from '#platform/language.ts';

/** Parts a document from the case it is for, in a line. */
const parting = '|';

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text typed one paragraph a line. */
export function asParagraphs(text: LocalText): LocalParagraphs {
  const { it, ...others } = text;
  return {
    it: linesOf(it),
    ...Object.fromEntries(Object.entries(others).map(([code, words]) => [code, linesOf(words)])),
  };
}

export function joined(paragraphs: LocalParagraphs): LocalText {
  const { it, ...others } = paragraphs;
  const further = Object.entries<readonly string[]>(others).map(([code, lines]) => [code, lines.join('\n')] as const);
  return { it: it.join('\n'), ...Object.fromEntries(further) };
}

/**
 * Documents typed one a line, the case it is for after a bar; the lines of each language answer those in Italian. Those
 * whose Italian text stayed keep the conditions they had, and their words in a language that has another number of lines.
 */
export function asDocuments(text: LocalText, before: readonly DocumentToBring[] = []): DocumentToBring[] {
  const languages = Object.entries(text).map(([code, typed]) => [code, linesOf(typed).map(parted)] as const);
  const count = linesOf(text.it).length;
  return linesOf(text.it).map((line, index) => {
    const [it, whenIt] = parted(line);
    const kept = before.find((document) => document.text.it === it);
    const further = languages
      .filter(([code]) => code !== 'it')
      .map(([code, lines]) => [code, lines.length === count ? lines : keptLines(kept, code, index)] as const);
    const others = further.flatMap(([code, lines]) => (lines[index]?.[0] ? [[code, lines[index][0]] as const] : []));
    const cases = further.flatMap(([code, lines]) => (lines[index]?.[1] ? [[code, lines[index][1]] as const] : []));
    const conditions = kept?.cases;
    return {
      text: { it, ...Object.fromEntries(others) },
      when: whenIt === '' ? null : { it: whenIt, ...Object.fromEntries(cases) },
      ...(conditions && { cases: conditions }),
    };
  });
}

/** What a document said before in a language, at the place where its line would stand. */
function keptLines(kept: DocumentToBring | undefined, code: string, index: number): (readonly [string, string])[] {
  const words = kept && wordsIn(kept.text, code);
  if (words === undefined) return [];
  const lines: (readonly [string, string])[] = [];
  lines[index] = [words, (kept?.when && wordsIn(kept.when, code)) || ''];
  return lines;
}

export function documentLines(documents: readonly DocumentToBring[]): LocalText | null {
  if (documents.length === 0) return null;
  const codes = [...new Set(documents.flatMap(({ text }) => Object.keys(text)))].filter((code) => code !== 'it');
  const line = ({ text, when }: DocumentToBring, code: string): string => {
    const words = wordsIn(text, code) ?? text.it;
    return when === null ? words : `${words} ${parting} ${wordsIn(when, code) ?? when.it}`;
  };
  const inLanguage = (code: string): string => documents.map((document) => line(document, code)).join('\n');
  return { it: inLanguage('it'), ...Object.fromEntries(codes.map((code) => [code, inLanguage(code)])) };
}

function wordsIn(text: LocalText, code: string): string | undefined {
  return Object.entries(text).find(([language]) => language === code)?.[1];
}

function parted(line: string): [string, string] {
  const at = line.indexOf(parting);
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
