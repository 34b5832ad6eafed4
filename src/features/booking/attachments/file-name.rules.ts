import type { FileKind } from './file-kind.rules.ts';

const longest = 100;

const extensions: Record<FileKind, { readonly own: string; readonly known: RegExp }> = {
  'application/pdf': { own: '.pdf', known: /\.pdf$/i },
  'image/jpeg': { own: '.jpg', known: /\.jpe?g$/i },
  'image/png': { own: '.png', known: /\.png$/i },
};

/**
 * A name that is safe to show and to save under: without folders, without characters that cannot be seen or that turn the
 * text around them, and ending as files of its kind do.
 */
export function cleanFileName(sent: string, kind: FileKind): string {
  const { own, known } = extensions[kind];
  const base = (sent.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const stem = base.replace(known, '');
  if (stem !== base && stem !== '') return shortened(stem) + base.slice(stem.length);
  return `${shortened(base) || 'documento'}${own}`;
}

function shortened(stem: string): string {
  return [...stem].slice(0, longest).join('').trim();
}

/** How a browser is told to save it (RFC 6266): ASCII for old ones, all of it for the others. */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
