import type { Language } from '#platform/language.ts';
import { photoTexts } from './photo.text.ts';

const guides = ['guide1', 'guide2', 'guide3', 'guide4', 'guide5', 'guide6', 'guide7'] as const;

/** What a photo must be like, with one that is, drawn; folded where a photo is there already. */
export function PhotoGuide({ language, folded = false }: { language: Language; folded?: boolean }) {
  const t = photoTexts.for(language);
  if (folded) {
    return (
      <details class="t-photo-guide">
        <summary>{t('guide')}</summary>
        <Guide language={language} />
      </details>
    );
  }
  return (
    <section class="t-photo-guide">
      <h2>{t('guide')}</h2>
      <Guide language={language} />
    </section>
  );
}

function Guide({ language }: { language: Language }) {
  const t = photoTexts.for(language);
  return (
    <div class="t-photo-beside">
      <Example label={t('example')} />
      <div>
        <ul>
          {guides.map((guide) => (
            <li key={guide}>{t(guide)}</li>
          ))}
        </ul>
        <p class="t-muted">{t('decides')}</p>
      </div>
    </div>
  );
}

/** 35 by 45, the head about three quarters of it, the eyes a little above the middle. */
function Example({ label }: { label: string }) {
  return (
    <svg class="t-photo-example" viewBox="0 0 350 450" role="img" aria-label={label}>
      <rect width="350" height="450" rx="8" fill="#eef1f4" />
      <path d="M22 450c0-72 62-96 106-104h94c44 8 106 32 106 104z" fill="#2f5d8a" />
      <ellipse cx="175" cy="190" rx="99" ry="140" fill="#3d2b22" />
      <path d="M100 230h150v120h-150z" fill="#eef1f4" />
      <path d="M128 346h94c20 4 44 8 62 16H66c18-8 42-12 62-16z" fill="#2f5d8a" />
      <path d="M140 300h70v58c0 18-70 18-70 0z" fill="#c48f72" />
      <ellipse cx="175" cy="218" rx="92" ry="126" fill="#d9a98c" />
      <path
        d="M80 214c-14-112 44-166 95-166s109 54 95 166c-6-58-28-96-50-104-34 22-76 20-98 8-20 14-38 48-42 96z"
        fill="#3d2b22"
      />
      <path
        d="M122 196q14-8 28 0M200 196q14-8 28 0"
        fill="none"
        stroke="#3d2b22"
        stroke-width="5"
        stroke-linecap="round"
      />
      <ellipse cx="136" cy="216" rx="13" ry="8" fill="#fff" />
      <ellipse cx="214" cy="216" rx="13" ry="8" fill="#fff" />
      <circle cx="136" cy="216" r="7" fill="#2a2a2a" />
      <circle cx="214" cy="216" r="7" fill="#2a2a2a" />
      <path d="M175 224l-10 40q10 6 20 0" fill="none" stroke="#a9745a" stroke-width="4" stroke-linecap="round" />
      <path d="M148 296h54" stroke="#a04f45" stroke-width="6" stroke-linecap="round" />
      <path d="M20 52h36M20 344h36M38 58v280" stroke="#0066cc" stroke-width="3" stroke-dasharray="7 6" fill="none" />
      <rect x="1.5" y="1.5" width="347" height="447" rx="8" fill="none" stroke="#8a97a3" stroke-width="3" />
    </svg>
  );
}
