import type { ComponentChildren } from 'preact';
import { ButtonLink } from './button.tsx';
import { kitTexts } from './kit.text.ts';
import { Layout } from './frame/layout.tsx';
import type { PageContext } from './frame/page-context.ts';
import { PageHeading } from './page-heading.tsx';

/** A page that could not be: what happened, why, what can be done now, and the code for whoever helps. */
export function ErrorPage(props: {
  context: PageContext;
  area?: 'citizen' | 'office' | undefined;
  title: string;
  why: ComponentChildren;
  /** Ways on, the best first. */
  ways: readonly { href: string; label: string }[];
  /** The request's id, as found in the logs. */
  code?: string | undefined;
}) {
  const { context, area, title, why, ways, code } = props;
  const t = kitTexts.for(context.language);
  return (
    <Layout context={context} area={area} nav={area === 'office' ? [] : undefined} title={title} width="text">
      <PageHeading title={title} lead={why} />
      <h2 class="visually-hidden">{t('whatNow')}</h2>
      <ul class="t-ways">
        {ways.map(({ href, label }, index) => (
          <li key={href}>
            <ButtonLink href={href} kind={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {code && (
        <p class="t-muted">
          {t('errorCode')}{' '}
          <span class="t-code" translate={false}>
            {code}
          </span>
        </p>
      )}
    </Layout>
  );
}
