import { familyNamePart, givenNamePart, lettersOf } from './codice-fiscale-parts.ts';

/** How the letters of a code fit a name: as the rules give them, as they would for a part of a double name, or not at all. */
export type NameFit = 'whole' | 'part' | 'none';

/** How the first three letters fit a family name. */
export function familyNameFit(name: string, letters: string): NameFit {
  return fit(name, { letters, partOf: familyNamePart, startsLike: familyStart });
}

/** How the second three letters fit a given name. */
export function givenNameFit(name: string, letters: string): NameFit {
  return fit(name, { letters, partOf: givenNamePart, startsLike: givenStart });
}

interface Rule {
  readonly letters: string;
  readonly partOf: (name: string) => { has(part: string): boolean };
  /** whether a longer name that begins with the one written gives these letters */
  readonly startsLike: (consonants: string, letters: string) => boolean;
}

function fit(name: string, { letters, partOf, startsLike }: Rule): NameFit {
  if (partOf(name).has(letters)) return 'whole';
  const words = name.split(/[\s'’-]+/).filter((word) => word !== '');
  // Written in full here, and with fewer names in the code: each run of the words may be what the registry had.
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((__, more) => words.slice(from, from + more + 1).join('')),
  );
  if (runs.some((run) => partOf(run).has(letters))) return 'part';
  return startsLike(lettersOf(name).consonants, letters) ? 'part' : 'none';
}

/** The first three consonants stay the first three. */
function familyStart(consonants: string, letters: string): boolean {
  const { length } = consonants;
  return length > 0 && length < 3 && letters.startsWith(consonants) && isConsonant(letters.charAt(length));
}

/** Of four consonants and more the first, third and fourth count: a name with up to three leaves room for another. */
function givenStart(consonants: string, letters: string): boolean {
  if (consonants.length === 0 || consonants.length > 3) return false;
  if (consonants.length === 3) return letters.startsWith(consonants.charAt(0) + consonants.charAt(2));
  // A name more brings at least a consonant more, and consonants come first.
  const alike = letters.charAt(0) === consonants.charAt(0) && isConsonant(letters.charAt(1));
  return alike && (consonants.length === 1 || isConsonant(letters.charAt(2)));
}

function isConsonant(letter: string): boolean {
  return !'AEIOU'.includes(letter);
}
