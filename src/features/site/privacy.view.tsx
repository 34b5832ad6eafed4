import { Alert } from '#ui/alert.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { sitePaths } from '#ui/site-paths.ts';
import { privacyTexts } from './privacy.text.ts';
import { Reading, Words } from './reading.view.tsx';

const sections = {
  who: ['whoText', 'whoSoftware'],
  which: ['whichAccount', 'whichBooking', 'whichHistory', 'whichMessages', 'whichLog', 'whichNot'],
  safe: ['safeCipher', 'safeReadable', 'safePassword', 'safeOffice'],
  seen: ['seenText'],
  long: ['longForm', 'longHold', 'longLogin', 'longBooking'],
  rights: ['rightsText'],
  cookiesTitle: ['cookiesText'],
} as const;

const links = {
  rights: [sitePaths.profile, 'profile'],
  cookiesTitle: [sitePaths.cookies, 'cookies'],
} as const;

/** What the program keeps about people, why, for how long, and how it is protected. */
export function PrivacyView({ context }: { context: PageContext }) {
  const t = privacyTexts.for(context.language);
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      before={
        context.demo && (
          <Alert language={context.language} tone="warning">
            <p class="mb-0">{t('demo')}</p>
          </Alert>
        )
      }
      sections={(Object.keys(sections) as (keyof typeof sections)[]).map((name) => {
        const [href, label] = name in links ? links[name as keyof typeof links] : [];
        return {
          id: name === 'cookiesTitle' ? 'cookies' : name,
          title: t(name),
          body: (
            <>
              <Words of={sections[name].map((key) => t(key))} />
              {href !== undefined && label !== undefined && (
                <p>
                  <a href={href}>{t(label)}</a>
                </p>
              )}
            </>
          ),
        };
      })}
    />
  );
}
