import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { contactsTexts } from './contacts.text.ts';
import type { SiteOwner } from './owner.ts';
import { OwnerFacts } from './owner-facts.view.tsx';
import { Reading, Words } from './reading.view.tsx';

/** Who answers for what: the office, whoever runs the site, whoever administers the network. */
export function ContactsView(props: { context: PageContext; owner: SiteOwner; hasSecurityText: boolean }) {
  const { context, owner, hasSecurityText } = props;
  const { language } = context;
  const t = contactsTexts.for(language);
  const booking = (
    <>
      <Words of={[t('bookingText'), t('free')]} />
      <Ways
        ways={[
          [sitePaths.bookings, t('bookingOwn')],
          ['/find-booking', t('bookingFind')],
          [sitePaths.offices, t('offices')],
        ]}
      />
    </>
  );
  const account = (
    <>
      <Words of={[t('accountText')]} />
      <Ways
        ways={[
          [sitePaths.askForHelp, t('ask')],
          [sitePaths.loginHelp, t('locked')],
        ]}
      />
      <h3>{t('who')}</h3>
      <OwnerFacts language={language} owner={owner} />
    </>
  );
  const data = (
    <>
      <Words of={[t('dataText'), ...(owner.dpo === null ? [] : [t('dpo', { contact: owner.dpo })])]} />
      <Ways ways={[[sitePaths.privacy, t('privacy')]]} />
    </>
  );
  const accessibility = (
    <>
      <Words of={[t('accessibilityText')]} />
      <Ways ways={[[sitePaths.accessibilityReport, t('report')]]} />
    </>
  );
  const operators = (
    <>
      <Words of={[t('operatorsText')]} />
      <Ways ways={[[sitePaths.operatorManual, t('operatorManual')]]} />
    </>
  );
  const safety = (
    <>
      <Words of={[t('safetyText')]} />
      <Ways ways={[[sitePaths.securityText, t('safetyLink')]]} />
    </>
  );
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'booking', title: t('booking'), body: booking },
        { id: 'account', title: t('account'), body: account },
        { id: 'data', title: t('data'), body: data },
        { id: 'accessibility', title: t('accessibility'), body: accessibility },
        { id: 'operators', title: t('operators'), body: operators },
        { id: 'join', title: t('join'), body: <Words of={[t('joinText')]} /> },
        ...(hasSecurityText ? [{ id: 'safety', title: t('safety'), body: safety }] : []),
      ]}
    />
  );
}

function Ways({ ways }: { ways: readonly (readonly [href: string, label: string])[] }) {
  return (
    <ul>
      {ways.map(([href, label]) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
