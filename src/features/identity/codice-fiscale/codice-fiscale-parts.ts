/** What a character adds in an odd place, by its value (A and 0 are 0, B and 1 are 1 …), as the decree lists it. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

// Letters that do not come apart into a Latin letter and a mark.
const spelled: Readonly<Record<string, string>> = {
  ß: 'SS',
  ẞ: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  ı: 'I',
  Ŧ: 'T',
};

/** The sixteenth character, from the fifteen before it. */
export function checkCharacter(code: string): string {
  let sum = 0;
  for (const [index, character] of [...code].entries()) {
    const isDigit = character >= '0' && character <= '9';
    const value = character.charCodeAt(0) - (isDigit ? 48 : 65);
    // Places are counted from one: index 0 is the first, an odd place.
    sum += index % 2 === 0 ? (oddValues[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** The three letters a family name may give; more than one set where umlauts are spelled out in some documents. */
export function familyNamePart(name: string): NameParts {
  return parts(name, ({ consonants, vowels }) => `${consonants}${vowels}XXX`.slice(0, 3));
}

/** The three letters a given name may give: of four consonants or more, the second is skipped. */
export function givenNamePart(name: string): NameParts {
  return parts(name, ({ consonants, vowels }) => {
    const chosen = consonants.length >= 4 ? consonants.charAt(0) + consonants.slice(2, 4) : consonants;
    return `${chosen}${vowels}XXX`.slice(0, 3);
  });
}

/** Iterates from the usual spelling on. */
export interface NameParts extends Iterable<string> {
  has(part: string): boolean;
}

/** Consonants and vowels of a name, as the code takes them. */
export function lettersOf(name: string): { consonants: string; vowels: string } {
  return split(latin(name));
}

function parts(name: string, rule: (letters: { consonants: string; vowels: string }) => string): NameParts {
  const spellings = [latin(name), latin(name.replace(/[äöü]/gi, (letter) => `${letter}e`))];
  const found = new Set(spellings.map((spelling) => rule(split(spelling))));
  // A name in another alphabet cannot be compared: the office will see it on the document.
  if (spellings[0] === '') return { has: () => true, [Symbol.iterator]: () => ['XXX'].values() };
  return found;
}

function latin(name: string): string {
  const letters = [...name.normalize('NFC').toUpperCase()].map((letter) => spelled[letter] ?? letter).join('');
  return letters.normalize('NFD').replace(/[^A-Z]/g, '');
}

function split(letters: string): { consonants: string; vowels: string } {
  return { consonants: letters.replace(/[AEIOU]/g, ''), vowels: letters.replace(/[^AEIOU]/g, '') };
}
