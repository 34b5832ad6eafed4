import { type Result, shown } from '../result.ts';

const row = 26;
const left = 480;
const width = 1060;
/** a figure stays readable on the line */
const halo = ' paint-order="stroke" stroke="#fff" stroke-width="4"';
/** as far as a bar is drawn: three times what must be reached */
const most = 3;

/**
 * How far every bar was reached: the line is what must be reached, a bar that passes it has reached it. Colours are told
 * apart in grey too, and each row says its figure in words.
 */
export function chart(results: readonly Result[], about: string): string {
  const shownRows = results.filter((result) => result.reach !== undefined);
  const height = 74 + shownRows.length * row + 20;
  const space = width - left - 170;
  const at = (reach: number) => left + (Math.min(reach, most) / most) * space;
  const rows = shownRows.map((result, index) => {
    const y = 60 + index * row;
    const { reach = 0, pass, name, figure, unit } = result;
    const fill = pass ? '#0066cc' : '#cc334d';
    const more = reach > most ? ' →' : '';
    return [
      `<text x="${left - 10}" y="${y + 15}" text-anchor="end">${escaped(short(name))}</text>`,
      `<rect x="${left}" y="${y + 3}" width="${(at(reach) - left).toFixed(1)}" height="16" rx="2" fill="${fill}"/>`,
      `<text x="${(at(reach) + 8).toFixed(1)}" y="${y + 15}"${halo}>${escaped(`${shown(figure)} ${unit}${more}${pass ? '' : ' · missed'}`)}</text>`,
    ].join('');
  });
  const line = at(1).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13" fill="#17324d">
<title id="t">How far each bar was reached</title>
<desc id="d">${escaped(shownRows.map(({ name, pass, reach = 0 }) => `${name}: ${pass ? 'reached' : 'missed'}, ${reach.toFixed(2)} times what must be reached`).join('. '))}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="17" font-weight="700">How far each bar was reached</text>
<text x="16" y="44" fill="#455b71">${escaped(about)}</text>
<line x1="${line}" y1="52" x2="${line}" y2="${height - 14}" stroke="#17324d" stroke-width="2" stroke-dasharray="4 3"/>
<text x="${line}" y="48" text-anchor="middle" font-weight="700">must be reached</text>
${rows.join('\n')}
</svg>
`;
}

/** Two bars for each: under the old way, and ours; the line is an even share. */
export function fairnessChart(results: readonly Result[]): string {
  const height = 110 + results.length * 58;
  const scale = (width - left - 110) / 100;
  const even = results.reduce((sum, { spread }) => sum + (spread[0] + spread[1]) / 2, 0) / Math.max(1, results.length);
  const rows = results.map(({ name, figure, referenceFigure }, index) => {
    const y = 78 + index * 58;
    const bar = (value: number, top: number, fill: string) =>
      `<rect x="${left}" y="${y + top}" width="${(value * scale).toFixed(1)}" height="18" rx="2" fill="${fill}"/><text x="${(left + value * scale + 8).toFixed(1)}" y="${y + top + 14}"${halo}>${value.toFixed(1)} %</text>`;
    const who = name.replace(/^.* for /, '');
    return `<text x="${left - 10}" y="${y + 25}" text-anchor="end">${escaped(who)}</text>${bar(referenceFigure ?? 0, 0, '#a19f9c')}${bar(figure, 21, '#0066cc')}`;
  });
  const line = (left + even * scale).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13" fill="#17324d">
<title id="t">Chance of a seat, first come against a drawn order</title>
<desc id="d">${escaped(results.map(({ name, figure, referenceFigure }) => `${name}: ${(referenceFigure ?? 0).toFixed(1)} per cent first come, ${figure.toFixed(1)} per cent in a drawn order`).join('. '))}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="17" font-weight="700">Chance of a seat by who you are</text>
<rect x="16" y="36" width="14" height="14" fill="#a19f9c"/><text x="36" y="48">first come, first served</text>
<rect x="206" y="36" width="14" height="14" fill="#0066cc"/><text x="226" y="48">waiting room, order drawn</text>
<line x1="${line}" y1="66" x2="${line}" y2="${height - 14}" stroke="#17324d" stroke-width="2" stroke-dasharray="4 3"/>
<text x="${line}" y="62" text-anchor="middle" font-weight="700">even share</text>
${rows.join('\n')}
</svg>
`;
}

/** The same for a terminal: a mark where the bar is. */
export function terminalBars(results: readonly Result[]): string {
  const cells = 30;
  return results
    .filter((result) => result.reach !== undefined)
    .map(({ name, reach = 0, pass, figure, unit }) => {
      const full = Math.round((Math.min(reach, most) / most) * cells);
      const mark = Math.round(cells / most);
      const bar = Array.from({ length: cells }, (_, at) => (at === mark ? '│' : at < full ? '█' : '·')).join('');
      return `${short(name).padEnd(62)} ${bar} ${pass ? '✓' : '✗'} ${shown(figure)} ${unit}`;
    })
    .join('\n');
}

function short(name: string): string {
  return name.length > 62 ? `${name.slice(0, 61)}…` : name;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
