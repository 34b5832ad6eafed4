import type { Language } from '#platform/language.ts';
import type { Block, Letter } from './letter.ts';
import { letterTexts } from './letter.text.ts';

const ink = '#17324d';
const blue = '#0059b3';
const font = 'font-family:Titillium Web,Segoe UI,Helvetica,Arial,sans-serif';
const linkStyle = `color:${blue};overflow-wrap:anywhere`;

/** An e-mail as a page: one column that fits a phone, no pictures, no tables, nothing fetched from anywhere. */
export function LetterView({ letter, language, publicUrl }: { letter: Letter; language: Language; publicUrl: string }) {
  const t = letterTexts.for(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{letter.subject}</title>
      </head>
      <body style={`margin:0;padding:0;background:#f2f5f8;color:${ink};${font};font-size:17px;line-height:1.5`}>
        <div style="max-width:600px;margin:0 auto;padding:16px">
          <p style={`margin:0;padding:12px 0;font-size:20px;font-weight:700;color:${blue}`}>Turno</p>
          <div style="background:#ffffff;border-radius:8px;padding:24px 20px">
            <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">{letter.heading}</h1>
            {letter.blocks.map((block, index) => (
              <BlockView key={index} block={block} />
            ))}
          </div>
          <p style="margin:16px 0;font-size:14px;color:#455b71">
            {t('footer')} {t('footerNotYou')} <Link url={publicUrl} label={publicUrl} />
          </p>
        </div>
      </body>
    </html>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p style="margin:0 0 16px">{block.text}</p>;
    case 'title':
      return <h2 style="margin:24px 0 8px;font-size:19px;line-height:1.3">{block.text}</h2>;
    case 'facts':
      return (
        <dl style={`margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid ${blue}`}>
          {block.facts.map(([label, value]) => (
            <div key={label} style="margin:0 0 8px">
              <dt style="font-size:14px;color:#455b71">{label}</dt>
              <dd style="margin:0;font-weight:600;overflow-wrap:anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul style="margin:0 0 16px;padding-left:24px">
          {block.items.map((item) => (
            <li key={item} style="margin:0 0 6px">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'action':
      return (
        <p style="margin:20px 0">
          <a
            href={block.url}
            target="_blank"
            rel="noopener noreferrer"
            style={`display:inline-block;background:${blue};color:#ffffff;font-weight:600;text-decoration:none;padding:12px 24px;border-radius:4px`}
          >
            {block.label}
          </a>
        </p>
      );
    case 'link':
      return (
        <p style="margin:0 0 16px">
          <Link url={block.url} label={block.label} />
        </p>
      );
    case 'code':
      return (
        <p style="margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:4px;font-family:Roboto Mono,Consolas,monospace">
          {block.code}
        </p>
      );
    case 'translation':
      return (
        <div lang={block.language} style="margin:24px 0 0;padding:8px 0 0;border-top:1px solid #c5ced8">
          <h2 style="margin:16px 0;font-size:22px;line-height:1.25">{block.heading}</h2>
          {block.blocks.map((part, index) => (
            <BlockView key={index} block={part} />
          ))}
        </div>
      );
  }
}

function Link({ url, label }: { url: string; label: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" style={linkStyle}>
      {label}
    </a>
  );
}
