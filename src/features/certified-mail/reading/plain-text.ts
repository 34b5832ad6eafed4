/** Characters that no text has and the database takes none of, or no page shows; line ends and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

/** How much of an HTML text is looked at: what is kept of it is far less, but style sheets may stand before it. */
const most = 256 * 1024;

/** The words of an HTML text, shown as text only: whatever the tags were, none is kept. In one pass, however bad it is. */
export function withoutTags(html: string): string {
  const source = html.slice(0, most);
  const words: string[] = [];
  let at = 0;
  while (at < source.length) {
    const opens = source.indexOf('<', at);
    words.push(source.slice(at, opens === -1 ? source.length : opens));
    if (opens === -1) break;
    at = endOfTag(source, opens);
  }
  return words.join(' ').trim();
}

const invisible = /<(style|script)\b/iy;

/** What never ends, ends with the text. A style sheet and a script end before their last tag. */
function endOfTag(source: string, opens: number): number {
  invisible.lastIndex = opens;
  const [, name] = invisible.exec(source) ?? [];
  if (name !== undefined) return found(source, name.toLowerCase() === 'style' ? /<\/style/gi : /<\/script/gi, opens);
  if (source.startsWith('<!--', opens)) return found(source, /-->/g, opens + 2) + '-->'.length;
  return found(source, />/g, opens) + 1;
}

function found(source: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}
