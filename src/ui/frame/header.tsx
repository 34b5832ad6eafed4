import type { ComponentChildren } from 'preact';
import { OfficeSwitch } from './office-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { layoutTexts } from './layout.text.ts';
import { Logo } from './logo.tsx';
import type { PageContext } from './page-context.ts';
import { askForHelpPath, sitePaths } from './site-paths.ts';

export interface NavLink {
  href: string;
  label: string;
  /** The page belongs to this entry; by default told from the address. */
  current?: boolean | undefined;
  /** What belongs to this entry: a second row, while the page is one of them. */
  below?: readonly NavLink[] | undefined;
}

/** The header: language and account, the service's name, the main menu. Nothing in it needs scripts to open. */
export function Header(props: {
  context: PageContext;
  area: 'citizen' | 'office';
  formId: string | undefined;
  nav: readonly NavLink[] | undefined;
  officeName: string | undefined;
  search?: ComponentChildren;
}) {
  const { context, area } = props;
  const t = layoutTexts.for(context.language);
  const nav = props.nav ?? [
    { href: sitePaths.home, label: t('book'), current: isBooking(context.url) },
    { href: sitePaths.bookings, label: t('bookings') },
  ];
  return (
    <header class="t-header">
      <div class="t-header-slim">
        <div class="t-header-inner">
          <span class="t-header-tagline">{area === 'office' ? t('officeArea') : t('tagline')}</span>
          <LanguageSwitch
            language={context.language}
            url={context.url}
            formId={props.formId}
            forOffices={area === 'office'}
          />
        </div>
      </div>
      <div class="t-header-main">
        <div class="t-header-inner">
          <a class="t-brand" href={area === 'office' ? sitePaths.office : sitePaths.home}>
            <Logo />
            <span>
              <span class="t-brand-name">Turno</span>
              {props.officeName && <span class="t-brand-office">{props.officeName}</span>}
            </span>
          </a>
          {props.search}
          <Account context={context} area={area} />
        </div>
      </div>
      <Menu url={context.url} label={t('mainNavigation')} links={nav} />
    </header>
  );
}

function Menu({ url, label, links }: { url: string; label: string; links: readonly NavLink[] }) {
  const isHere = (link: NavLink): boolean => link.current ?? isUnder(url, link.href);
  const isOpen = (link: NavLink): boolean => (link.below ? link.below.some(isHere) : isHere(link));
  const below = links.find(isOpen)?.below ?? [];
  return (
    <nav class="t-nav" aria-label={label}>
      <ul class="t-header-inner">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={isOpen(link) ? (link.below ? 'true' : 'page') : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
      {below.length > 1 && (
        <ul class="t-header-inner t-nav-below">
          {below.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={isHere(link) ? 'page' : undefined}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

function Account({ context, area }: { context: PageContext; area: 'citizen' | 'office' }) {
  const t = layoutTexts.for(context.language);
  const { user } = context;
  if (context.anyone) return null;
  if (user === null) {
    return (
      <nav class="t-account" aria-label={t('accountNavigation')}>
        <a class="t-account-login" href={sitePaths.login}>
          {t('login')}
        </a>
      </nav>
    );
  }
  return (
    <nav class="t-account" aria-label={t('accountNavigation')}>
      {user.isOperator && area === 'citizen' && <a href={sitePaths.office}>{t('officeArea')}</a>}
      {area === 'office' && <OfficeSwitch context={context} />}
      {area === 'office' && <a href={askForHelpPath(context.url)}>{t('askForHelp')}</a>}
      {area === 'office' && <a href={sitePaths.home}>{t('publicSite')}</a>}
      <a href={sitePaths.profile} aria-label={t('profileOf', { name: user.name })} translate={false}>
        {user.name}
      </a>
      <form method="post" action={sitePaths.logout}>
        <input type="hidden" name="_csrf" value={context.csrf} />
        <button type="submit">{t('logout')}</button>
      </form>
    </nav>
  );
}

function isUnder(url: string, href: string): boolean {
  const path = url.split('?')[0];
  return path === href || (href !== sitePaths.home && path?.startsWith(`${href}/`) === true);
}

function isBooking(url: string): boolean {
  return isUnder(url, sitePaths.home) || isUnder(url, '/offices');
}
