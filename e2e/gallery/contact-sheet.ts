import type { Picture } from './picture.ts';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #17324d; background: #f5f6f7; }
section { margin-bottom: 3rem; }
article { background: #fff; border: 1px solid #d9dadb; padding: 1rem; margin-bottom: 1.5rem; }
h3 { margin: 0; }
p { margin: 0 0 .75rem; }
.pictures { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap; }
figure { margin: 0; }
figcaption { font-size: .8rem; }
img { display: block; border: 1px solid #d9dadb; width: 100%; height: 28rem; object-fit: cover; object-position: top; }
.wide { width: 36rem; }
.narrow { width: 15rem; }
`;

/** All pictures on one page, by who sees them. */
export function contactSheet(pictures: readonly Picture[]): string {
  const groups = Map.groupBy(pictures, ({ who }) => who);
  const contents = [...groups.keys()].map((who) => `<li><a href="#${who}">${who}</a></li>`).join('');
  const sections = [...groups].map(([who, own]) => `<section id="${who}"><h2>${who}</h2>${pages(own)}</section>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Turno: gallery</title><style>${style}</style></head>
<body><h1>Turno: gallery</h1><ul>${contents}</ul>${sections.join('\n')}</body>
</html>
`;
}

function pages(pictures: readonly Picture[]): string {
  return [...Map.groupBy(pictures, ({ name }) => name)]
    .map(([name, own]) => {
      const [first] = own;
      const titles = [...new Set(own.map(({ title }) => title))].map(escaped).join(' / ');
      return `<article id="${name}"><h3>${titles}</h3><p><code>${name}</code> · <code>${escaped(first?.address ?? '')}</code></p><div class="pictures">${own.map(figure).join('')}</div></article>`;
    })
    .join('\n');
}

function figure({ file, language, width, title }: Picture): string {
  const shape = width > 600 ? 'wide' : 'narrow';
  return `<figure class="${shape}"><a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(title)}"></a><figcaption>${language}, ${width}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
