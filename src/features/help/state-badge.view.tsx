import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import type { HelpState } from './help.query.ts';
import { helpTexts } from './help.text.ts';

const tones = { waiting: 'warning', answered: 'success', closed: 'neutral' } as const;

export function StateBadge({ language, state }: { language: Language; state: HelpState }) {
  return <Badge tone={tones[state]}>{helpTexts.for(language)(state)}</Badge>;
}
