import { lexer, type Token, type Tokens } from 'marked';
import type { Language } from '#platform/language.ts';
import { wordsOf } from '#platform/texts.ts';
import { type Block, type Book, headingId, type Line, type Span } from './manual.rules.ts';

/**
 * A manual from its Markdown source. `[[id:key]]` stands for the words of a page in the reader's language, so that a manual
 * cannot name a button that is called otherwise; a picture's address is the name of a page, `![what one sees](page)`.
 *
 * @throws Error naming the line, for what the manuals do not use and for words that no page has.
 */
export function readBook(source: string, language: Language): Book {
  const [title, lead, ...rest] = lexer(source).filter(({ type }) => type !== 'space');
  if (title?.type !== 'heading' || lead?.type !== 'paragraph')
    throw new Error('a manual begins with its title and a paragraph');
  return {
    title: withWords((title as Tokens.Heading).text, language),
    lead: withWords((lead as Tokens.Paragraph).text, language),
    blocks: rest.map((token) => readBlock(token, language)),
  };
}

function readBlock(token: Token, language: Language): Block {
  switch (token.type) {
    case 'heading': {
      const { depth, text } = token as Tokens.Heading;
      if (depth !== 2 && depth !== 3) throw unknown(token);
      const words = withWords(text, language);
      return { kind: 'heading', level: depth, id: headingId(words), text: words };
    }
    case 'paragraph': {
      const { tokens } = token as Tokens.Paragraph;
      const [only] = tokens;
      if (tokens.length === 1 && only?.type === 'image') {
        const { href, text } = only as Tokens.Image;
        return { kind: 'picture', name: href, alt: withWords(text, language) };
      }
      return { kind: 'text', line: readLine(tokens, language) };
    }
    case 'blockquote': {
      const [only] = (token as Tokens.Blockquote).tokens;
      return { kind: 'note', line: readLine((only as Tokens.Paragraph | undefined)?.tokens ?? [], language) };
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { kind: 'list', ordered, items: items.map((item) => readItem(item, language)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => readLine(cell.tokens, language));
      return { kind: 'table', head: cells(header), rows: rows.map(cells) };
    }
    default:
      throw unknown(token);
  }
}

function readItem(item: Tokens.ListItem, language: Language): Line {
  return readLine(
    item.tokens.flatMap((token) => ('tokens' in token && token.tokens ? token.tokens : [token])),
    language,
  );
}

function readLine(tokens: readonly Token[], language: Language): Line {
  return tokens.flatMap((token): Span[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return labelled((token as Tokens.Text).text, language);
      case 'strong':
        return [{ kind: 'strong', text: withWords((token as Tokens.Strong).text, language) }];
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'link': {
        const { text, href } = token as Tokens.Link;
        if (!/^(\/|#|https:\/\/)/.test(href)) throw unknown(token);
        return [{ kind: 'link', text: withWords(text, language), href }];
      }
      default:
        throw unknown(token);
    }
  });
}

const label = /\[\[([a-z0-9/-]+):([\w.-]+)\]\]/g;

function labelled(text: string, language: Language): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(label)) {
    if (found.index > from) spans.push({ kind: 'text', text: text.slice(from, found.index) });
    spans.push({ kind: 'label', text: words(found[1] ?? '', found[2] ?? '', language) });
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}

function withWords(text: string, language: Language): string {
  return text.replaceAll(label, (_all, id: string, key: string) => words(id, key, language));
}

function words(id: string, key: string, language: Language): string {
  const found = wordsOf(id, key, language);
  if (found === undefined) throw new Error(`no page has the words ${id}:${key}`);
  return found;
}

function unknown(token: Token): Error {
  return new Error(`a manual does not use "${token.type}": ${token.raw.slice(0, 80)}`);
}
