import { Alert } from '#ui/alert.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { SiteOwner } from './owner.ts';
import { OwnerFacts } from './owner-facts.view.tsx';
import { privacyTexts } from './privacy.text.ts';
import { Reading, Words } from './reading.view.tsx';

const sections = {
  who: ['whoText'],
  which: ['whichAccount', 'whichBooking', 'whichHistory', 'whichMessages', 'whichLog', 'whichNot'],
  safe: ['safeCipher', 'safeReadable', 'safePassword', 'safeOffice'],
  seen: ['seenText'],
  long: ['longForm', 'longHold', 'longLogin', 'longPhoto', 'longKept', 'longReport'],
  rights: ['rightsText'],
  cookiesTitle: ['cookiesText'],
} as const;

const links = {
  who: [sitePaths.offices, 'offices'],
  rights: [sitePaths.profile, 'profile'],
  cookiesTitle: [sitePaths.cookies, 'cookies'],
} as const;

/** Days that appointments, accounts and the log are kept, as this installation has it. */
export interface KeptDays {
  readonly bookings: number;
  readonly accounts: number;
  readonly audit: number;
}

/** What the program keeps about people, why, for how long, and how it is protected. */
export function PrivacyView(props: { context: PageContext; owner: SiteOwner; kept: KeptDays }) {
  const { context, owner, kept } = props;
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
              {name === 'who' && <OwnerFacts language={context.language} owner={owner} />}
              {name === 'who' && <Words of={[owner.dpo === null ? t('noDpo') : t('dpo', { contact: owner.dpo })]} />}
              <Words of={sections[name].map((key) => (key === 'longKept' ? t(key, { ...kept }) : t(key)))} />
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
