import { readFileSync } from 'node:fs';
import type { create, Font } from 'fontkit';
import { loadLater } from '../load-later.ts';
import { projectPath } from '../root.ts';

const fontkit = loadLater<{ create: typeof create }>('fontkit');

export type Weight = 'regular' | 'bold';

type Family = Readonly<Record<Weight, Font>>;

const titillium = 'bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin';

// Read and parsed once: documents share them, each embeds only the letters it uses.
const main = once(() => ({ regular: font(`${titillium}-regular.ttf`), bold: font(`${titillium}-700.ttf`) }));
const other = once(() => ({
  regular: font('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: font('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
}));

/**
 * The family that has every letter of a text: Titillium, the site's own, or else DejaVu Sans, which has all of Latin,
 * Greek, Cyrillic, Hebrew and Arabic. Undefined when neither has: the letters would print as empty boxes.
 */
export function familyFor(text: string): { family: Family; isMain: boolean } | undefined {
  if (hasAll(main(), text)) return { family: main(), isMain: true };
  return hasAll(other(), text) ? { family: other(), isMain: false } : undefined;
}

/** Text as fonts know it: composed, on lines of plain blanks, without marks that nobody sees. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function hasAll({ regular }: Family, text: string): boolean {
  return [...text].every((letter) => letter === '\n' || regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

function font(path: string): Font {
  return fontkit().create(readFileSync(projectPath('node_modules', path)));
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
