import { createHash } from 'node:crypto';
import type { Language } from '../../language.ts';
import { overloadTexts } from './overload.text.ts';

const style =
  'body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;color:#17324d;background:#fff}' +
  'main{max-width:38rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}' +
  'a{color:#0058b3;display:inline-block;padding:.5rem 0}' +
  '@media(prefers-color-scheme:dark){body{color:#f2f5fa;background:#11202f}a{color:#9dc7ff}}';

/** The page's own policy: nothing but the style it carries, which is all of its weight. */
export const shedPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What is shown instead of a page put off: a kilobyte that asks again by itself, where nothing had been sent. */
export function shedPage(options: { language: Language; seconds: number; address: string | undefined }): string {
  const { language, seconds, address } = options;
  const t = overloadTexts.for(language);
  const refresh = address === undefined ? '' : `<meta http-equiv="refresh" content="${seconds}">`;
  const link = address === undefined ? '' : `<p><a href="${escape(address)}">${escape(t('now'))}</a></p>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">${refresh}` +
    `<title>${escape(t('title'))}</title><style>${style}</style></head><body><main><h1>${escape(t('title'))}</h1>` +
    `<p>${escape(t(address === undefined ? 'sendAgain' : 'again', { seconds }))}</p>` +
    `<p>${escape(t('kept'))}</p>${link}</main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
