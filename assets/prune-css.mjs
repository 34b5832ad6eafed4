// Bootstrap Italia is 600 kB of components, most of which need its scripts. A rule stays when every class it asks for
// is written somewhere in our sources; so class names are always written whole, never glued together.

const CLASS = /\.(-?[A-Za-z_](?:[\w-]|\\.)*)/g;
const NEVER = /data-focus-mouse|\.was-validated|VideoJS/;

/** The CSS without the rules that no word of `words` can reach. */
export function pruneCss(css, words) {
  let kept = '';
  for (const { prelude, body } of blocks(css)) {
    if (body === undefined) kept += prelude;
    else if (/^@(media|supports)/.test(prelude)) {
      const inner = pruneCss(body, words);
      if (inner) kept += `${prelude}{${inner}}`;
    } else if (prelude.startsWith('@')) {
      if (!NEVER.test(body)) kept += `${prelude}{${body}}`;
    } else {
      const selectors = splitSelectors(prelude).filter((selector) => isReachable(selector, words));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

/** Every word that could be a class name in these source texts. */
export function wordsOf(sources) {
  const words = new Set();
  for (const source of sources) for (const [word] of source.matchAll(/[A-Za-z_-][\w-]*/g)) words.add(word);
  return words;
}

function isReachable(selector, words) {
  if (NEVER.test(selector)) return false;
  const asked = selector.replace(/:not\([^)]*\)/g, '').matchAll(CLASS);
  for (const [, name] of asked) if (!words.has(name)) return false;
  return true;
}

function splitSelectors(prelude) {
  const selectors = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < prelude.length; i++) {
    if ('(['.includes(prelude[i])) depth++;
    else if (')]'.includes(prelude[i])) depth--;
    else if (prelude[i] === ',' && depth === 0) {
      selectors.push(prelude.slice(start, i));
      start = i + 1;
    }
  }
  return [...selectors, prelude.slice(start)];
}

function* blocks(source) {
  const css = source.replace(/^\uFEFF/, '').replace(/\/\*[^]*?\*\//g, '');
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let i = 0; i < css.length; i++) {
    const char = css[i];
    if (char === '"' || char === "'") i = css.indexOf(char, i + 1);
    else if (char === ';' && depth === 0) {
      yield { prelude: css.slice(start, i + 1).trim(), body: undefined };
      start = i + 1;
    } else if (char === '{' && depth++ === 0) open = i;
    else if (char === '}' && --depth === 0) {
      yield { prelude: css.slice(start, open).trim(), body: css.slice(open + 1, i) };
      start = i + 1;
    }
  }
}
