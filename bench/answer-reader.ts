/** Puts chunks together to answers of HTTP/1.1 that tell their length. */
export function answerReader(): (chunk: Buffer | string) => { status: string; head: string; body: string } | undefined {
  let text = '';
  let whole = -1;
  let read = 0;
  return (chunk) => {
    read += chunk.length;
    // Of a long body only the beginning is kept: nothing but an id is looked for in it.
    if (whole < 0 || text.length < 16_384) text += typeof chunk === 'string' ? chunk : chunk.toString('latin1');
    if (whole < 0) {
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      whole = end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
    }
    if (read < whole) return undefined;
    const end = text.indexOf('\r\n\r\n');
    const done = { status: text.slice(9, 12), head: text.slice(0, end), body: text.slice(end + 4) };
    [text, whole, read] = ['', -1, 0];
    return done;
  };
}
