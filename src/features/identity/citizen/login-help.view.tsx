import { Actions, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Fold } from '#ui/fold.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { loginHelpTexts } from './login-help.text.ts';

const cases = [
  { name: 'forgotten', more: undefined, href: '/forgotten-password' },
  { name: 'locked', more: 'lockedWay', href: '/forgotten-password' },
  { name: 'unverified', more: undefined, href: sitePaths.login },
  { name: 'address', more: undefined, href: sitePaths.offices },
  { name: 'blocked', more: undefined, href: sitePaths.restrictions },
  { name: 'pause', more: undefined, href: sitePaths.restrictions },
  { name: 'other', more: undefined, href: sitePaths.help },
] as const;

/** Each reason in plain words, with the one thing to do about it. */
export function LoginHelpView({ context }: { context: PageContext }) {
  const t = loginHelpTexts.for(context.language);
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} lead={t('lead')} />
      {cases.map(({ name, more, href }) => (
        <Fold key={name} id={name} title={t(`${name}Title`)}>
          <p>{t(name)}</p>
          {more && <p>{t(more)}</p>}
          <p>
            <a href={href}>{name === 'locked' ? t('forgottenWay') : t(`${name}Way`)}</a>
          </p>
        </Fold>
      ))}
      <div class="mt-5" />
      <Card title={t('safeTitle')} level={2}>
        <p>{t('safe')}</p>
        <Actions>
          <ButtonLink href="/find-booking" kind="secondary">
            {t('find')}
          </ButtonLink>
        </Actions>
      </Card>
    </Layout>
  );
}
