const href = /\bhref="(https?:[^"]+)"/g;
const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/** Where the links of an HTML document lead, each once, in order. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(href)].map(([, address = '']) =>
    address.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity),
  );
  return [...new Set(found)];
}
