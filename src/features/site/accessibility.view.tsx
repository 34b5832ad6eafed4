import type { PageContext } from '#ui/page-context.ts';
import { accessibilityTexts } from './accessibility.text.ts';
import { Reading, Words } from './reading.view.tsx';

const checked = [
  'checkedAxe',
  'checkedKeys',
  'checkedScripts',
  'checkedPhone',
  'checkedColour',
  'checkedTime',
] as const;
const open = ['openPeople', 'openAudit', 'openOffice', 'openMail'] as const;

/** What was checked, what was not, and how to tell us. */
export function AccessibilityView({ context }: { context: PageContext }) {
  const t = accessibilityTexts.for(context.language);
  const list = (keys: readonly Parameters<typeof t>[0][]) => (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  const tell = (
    <>
      <p>{t('tellText')}</p>
      <p>
        <a href="/offices">{t('tellLink')}</a>
      </p>
      <p>{t('tellFurther')}</p>
    </>
  );
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'aim', title: t('aim'), body: <Words of={[t('aimText')]} /> },
        { id: 'checked', title: t('checked'), body: list(checked) },
        { id: 'open', title: t('open'), body: list(open) },
        { id: 'tell', title: t('tell'), body: tell },
        { id: 'about', title: t('about'), body: <Words of={[t('aboutText')]} /> },
      ]}
    />
  );
}
