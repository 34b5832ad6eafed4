import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { helpTexts } from './help.text.ts';
import { Reading, Words } from './reading.view.tsx';

/** How booking works, and the questions people ask. */
export function HelpView({ context }: { context: PageContext }) {
  const t = helpTexts.for(context.language);
  const steps = (
    <>
      <ol>
        {(['howFind', 'howService', 'howTime', 'howLogin', 'howPeople'] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <Way href={sitePaths.home} label={t('howStart')} />
    </>
  );
  const words = (...keys: Parameters<typeof t>[0][]) => <Words of={keys.map((key) => t(key))} />;
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'how', title: t('how'), body: steps },
        { id: 'who', title: t('who'), body: words('whoText', 'whoCode') },
        { id: 'once', title: t('once'), body: words('onceText') },
        { id: 'none', title: t('none'), body: words('noneText', 'noneUrgent') },
        { id: 'confirm', title: t('confirm'), body: words('confirmText') },
        { id: 'cancel', title: t('cancel'), body: words('cancelText', 'cancelLate') },
        {
          id: 'lost',
          title: t('lost'),
          body: [words('lostText'), <Way key="way" href={sitePaths.bookings} label={t('lostLink')} />],
        },
        {
          id: 'locked',
          title: t('locked'),
          body: [
            words('lockedText'),
            <Way key="way" href="/forgotten-password" label={t('lockedLink')} />,
            <Way key="why" href={sitePaths.loginHelp} label={t('lockedWhy')} />,
          ],
        },
        { id: 'hours', title: t('hours'), body: words('hoursText') },
        { id: 'scripts', title: t('scripts'), body: words('scriptsText') },
        {
          id: 'office',
          title: t('office'),
          body: [words('officeText'), <Way key="way" href="/offices" label={t('officeLink')} />],
        },
        { id: 'more', title: t('more'), body: <OtherPages context={context} /> },
      ]}
    />
  );
}

function Way({ href, label }: { href: string; label: string }) {
  return (
    <p>
      <a href={href}>{label}</a>
    </p>
  );
}

function OtherPages({ context }: { context: PageContext }) {
  const t = helpTexts.for(context.language);
  return (
    <ul>
      {(['askForHelp', 'faq', 'citizenManual', 'operatorManual', 'privacy', 'cookies', 'accessibility'] as const).map(
        (name) => (
          <li key={name}>
            <a href={sitePaths[name]}>{t(name)}</a>
          </li>
        ),
      )}
    </ul>
  );
}
