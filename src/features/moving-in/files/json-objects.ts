/**
 * The objects of a JSON text in pieces, one at a time: those of a list, those of the list `rows` of one object, or one
 * after the other (JSON lines). What stands beside `rows` comes first, as an object of its own.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<{ text: string; line: number }> {
  let [depth, base, line, startLine] = [0, 0, 1, 1];
  let [inString, escaped] = [false, false];
  let text = '';
  for await (const piece of pieces) {
    for (const sign of piece) {
      if (sign === '\n') line += 1;
      if (depth > base) text += sign;
      if (inString) {
        inString = escaped || sign !== '"';
        escaped = !escaped && sign === '\\';
        continue;
      }
      if (sign === '"') inString = true;
      else if (sign === '{' || sign === '[') {
        if (depth === 0 && sign === '[') base = 1;
        if (depth === base && sign === '{') [text, startLine] = ['{', line];
        depth += 1;
        // The list of rows within one object: what was read up to it is the object's own.
        if (sign === '[' && depth === 2 && base === 0 && /"(rows|righe)"\s*:\s*\[$/.test(text)) {
          yield { text: `${text.replace(/,?\s*"(rows|righe)"\s*:\s*\[$/, '')}}`, line: startLine };
          [base, text] = [2, ''];
        }
      } else if (sign === '}' || sign === ']') {
        depth -= 1;
        if (sign === '}' && depth === base && text !== '') {
          yield { text, line: startLine };
          text = '';
        }
        if (depth < base) [base, text] = [depth === 0 ? 0 : Infinity, ''];
      }
    }
  }
  if (text.trim() !== '') yield { text, line: startLine };
}
