/** What a pattern is made of. */
export type Piece =
  | { readonly kind: 'one'; readonly take: RegExp }
  | { readonly kind: 'all' | 'either'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number | undefined };

const longestPattern = 200;
const mostRepeats = 500;

class NoPattern extends Error {}

/** The pieces of a regular expression; undefined when it is none, or has what is not taken here. */
export function parsePattern(source: string): Piece | undefined {
  // Every pattern is for the whole text; many people write so all the same.
  const characters = [...source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')];
  if (characters.length === 0 || source.length > longestPattern) return undefined;
  let at = 0;
  try {
    const piece = either();
    return at === characters.length ? piece : undefined;
  } catch (error) {
    if (error instanceof NoPattern) return undefined;
    throw error;
  }

  function either(): Piece {
    const pieces = [all()];
    while (took('|')) pieces.push(all());
    const [only] = pieces;
    return pieces.length === 1 && only ? only : { kind: 'either', pieces };
  }

  function all(): Piece {
    const pieces: Piece[] = [];
    while (at < characters.length && !['|', ')'].includes(characters[at] ?? '')) pieces.push(repeated(one()));
    return { kind: 'all', pieces };
  }

  function one(): Piece {
    const character = next();
    if (character === '(') return group();
    if (character === '[') return oneOf(`[${classBody()}]`);
    if (character === '\\') return oneOf(escape());
    if (character === '.') return oneOf('.');
    if ('*+?{}]^$'.includes(character)) throw new NoPattern();
    return oneOf(character.replace(/[/]/, '\\$&'));
  }

  function group(): Piece {
    // Groups that look ahead or behind, have a name or change the rules begin so too.
    if (took('?') && !took(':')) throw new NoPattern();
    const inside = either();
    if (!took(')')) throw new NoPattern();
    return inside;
  }

  function classBody(): string {
    let body = took('^') ? '^' : '';
    for (let character = next(); character !== ']'; character = next()) {
      if (character === '[') body += '\\[';
      else body += character === '\\' ? escape() : character;
    }
    return body;
  }

  /** `\d`, `\p{L}`, `\.`: what stands for one character, never for a place or an earlier part. */
  function escape(): string {
    const character = next();
    if (/[dDwWsStn]/.test(character)) return `\\${character}`;
    if (character === 'p' || character === 'P') {
      const rest = characters.slice(at).join('');
      const property = /^\{[A-Za-z_=]{1,40}\}/.exec(rest)?.[0];
      if (property === undefined) throw new NoPattern();
      at += property.length;
      return `\\${character}${property}`;
    }
    if (!/[\^$\\.*+?()[\]{}|/-]/.test(character)) throw new NoPattern();
    return `\\${character}`;
  }

  function repeated(piece: Piece): Piece {
    const times = howOften();
    if (times === undefined) return piece;
    // "As few as possible" is the same when the whole text counts.
    took('?');
    return { kind: 'repeat', piece, ...times };
  }

  function howOften(): { least: number; most: number | undefined } | undefined {
    if (took('*')) return { least: 0, most: undefined };
    if (took('+')) return { least: 1, most: undefined };
    if (took('?')) return { least: 0, most: 1 };
    if (characters[at] !== '{') return undefined;
    const found = /^\{(\d{1,3})(,(\d{1,3})?)?\}/.exec(characters.slice(at).join(''));
    if (found === null) throw new NoPattern();
    at += found[0].length;
    const least = Number(found[1]);
    const most = found[2] === undefined ? least : found[3] === undefined ? undefined : Number(found[3]);
    if (least > mostRepeats || (most !== undefined && (most < least || most > mostRepeats))) throw new NoPattern();
    return { least, most };
  }

  function took(character: string): boolean {
    if (characters[at] !== character) return false;
    at += 1;
    return true;
  }

  function next(): string {
    const character = characters[at];
    if (character === undefined) throw new NoPattern();
    at += 1;
    return character;
  }
}

/** One character of a kind: tried on single characters only, so it cannot take long. */
function oneOf(source: string): Piece {
  try {
    return { kind: 'one', take: new RegExp(`^${source.length === 1 ? literal(source) : source}$`, 'u') };
  } catch {
    throw new NoPattern();
  }
}

function literal(character: string): string {
  return character === '.' ? character : character.replace(/[\^$\\*+?()[\]{}|/]/, '\\$&');
}
