import { renderToString } from 'preact-render-to-string';
import type { Language } from '#platform/language.ts';
import type { Block, Letter } from './letter.ts';
import { letterTexts } from './letter.text.ts';
import { LetterView } from './letter.view.tsx';

/** One letter in both forms; the plain text says everything the HTML says. */
export function renderLetter(letter: Letter, language: Language, publicUrl: string): { text: string; html: string } {
  const view = <LetterView letter={letter} language={language} publicUrl={publicUrl} />;
  return { text: plainText(letter, language, publicUrl), html: `<!doctype html>${renderToString(view)}` };
}

function plainText(letter: Letter, language: Language, publicUrl: string): string {
  const t = letterTexts.for(language);
  const parts = [
    letter.heading,
    ...letter.blocks.map(plainBlock),
    '-- ',
    `${t('footer')} ${t('footerNotYou')}\n${publicUrl}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'title':
      return block.text.toUpperCase();
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'action':
    case 'link':
      return `${block.label}:\n${block.url}`;
    case 'code':
      return `    ${block.code}`;
    case 'translation':
      return ['* * *', block.heading, ...block.blocks.map(plainBlock)].join('\n\n');
  }
}
