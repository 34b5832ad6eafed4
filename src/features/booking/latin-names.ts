// As passports write them: Greek by ELOT 743, Cyrillic by ICAO Doc 9303.
const spellings: Readonly<Record<string, string>> = {
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs(
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia',
  ),
  ...pairs('єіїґ', 'ie i i g'),
};
const twoLetters: readonly (readonly [string, string])[] = [
  ['ου', 'ou'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
  ['γγ', 'ng'],
  ['γκ', 'gk'],
  ['μπ', 'b'],
];

/** Whether all letters of a name are Latin; accents, apostrophes, hyphens and dots are no matter. */
export function writtenInLatin(name: string): boolean {
  return !/[\p{L}--[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]/v.test(name);
}

/** A name in Greek or Cyrillic letters as a passport may write it; undefined for other letters. */
export function likelyLatin(name: string): string | undefined {
  const plain = twoLetters.reduce((text, [from, to]) => text.replaceAll(from, to), withoutMarks(name.toLowerCase()));
  const letters = [...plain].map((letter) => (writtenInLatin(letter) ? letter : spellings[letter]));
  if (letters.includes(undefined)) return undefined;
  return letters
    .join('')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase());
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

function pairs(letters: string, latin: string): Record<string, string> {
  const spelled = latin.split(' ');
  return Object.fromEntries([...letters].map((letter, index) => [letter, spelled[index] ?? '']));
}
