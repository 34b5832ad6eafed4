import type { ComponentChildren } from 'preact';
import { asset } from '../asset.ts';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { EmailBanner } from './email-banner.tsx';
import { PasswordEndBanner } from './password-end-banner.tsx';
import { Footer } from './footer.tsx';
import { Header, type NavLink } from './header.tsx';
import { HeldElsewhere } from './hold-bar.tsx';
import { IdleNotice } from './idle-notice.tsx';
import { layoutTexts } from './layout.text.ts';
import type { PageContext } from './page-context.ts';
import { ProofBox } from './proof-box.tsx';
import { QueueBar } from './queue-bar.tsx';
import { RestrictedBanner } from './restricted-banner.tsx';
import '../untranslated.ts';

export interface LayoutProps {
  context: PageContext;
  /** What this page is, for the window's title. The visible heading is `PageHeading`. */
  title: string;
  area?: 'citizen' | 'office' | undefined;
  /** The main form's id: the language switch then sends that form with `_lang`, so that what was typed is kept. */
  formId?: string | undefined;
  /** The page was sent back with mistakes: the title begins with "Errore". */
  invalid?: boolean | undefined;
  description?: string | undefined;
  breadcrumb?: readonly Crumb[] | undefined;
  /** The main menu; without it, the citizen's. The office's pages always give theirs. */
  nav?: readonly NavLink[] | undefined;
  /** The office whose desk this is, shown in the header of the office's area. */
  officeName?: string | undefined;
  /** In the header: what the office's pages look for people with. */
  search?: ComponentChildren;
  /** A bar that stays at the top, as `HoldBar`. Without one, that of a seat held elsewhere on the site. */
  bar?: ComponentChildren;
  /** A band across the page for its one question, with the `PageHeading`: the home page's search. */
  hero?: ComponentChildren;
  /** `narrow`: two or three fields; `text`: a column to read and fill in; `wide`: the default; `full`: an operator's desk. */
  width?: 'narrow' | 'text' | 'wide' | 'full' | undefined;
  /** Without scripts the page asks for itself again after so many seconds. */
  refreshAfter?: string | undefined;
  /** The page shows drawings of figures, as the office's pages do. */
  charts?: boolean | undefined;
  /** What the page says, for feed readers and programs. */
  feeds?: readonly { readonly href: string; readonly type: string; readonly title: string }[] | undefined;
  children: ComponentChildren;
}

/** The whole page: head, header, bars, main content and footer. */
export function Layout(props: LayoutProps) {
  const { context, title, area = 'citizen', formId, invalid = false, width = 'wide' } = props;
  const bar = props.bar ?? (area === 'citizen' && barOf(context));
  const t = layoutTexts.for(context.language);
  return (
    <html lang={context.language} class={bar ? 't-html t-with-bar' : 't-html'}>
      <head>
        <meta charset="utf-8" />
        <title>{`${invalid ? `${t('errorPrefix')}: ` : ''}${title} · Turno`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={props.description ?? t('siteDescription')} />
        <meta name="theme-color" content="#00407a" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="preload" href={asset('titillium-400.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={asset('titillium-600.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={asset('titillium-700.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('turno.css')} />
        {(area === 'office' || props.charts) && <link rel="stylesheet" href={asset('office.css')} />}
        <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
        {props.feeds?.map(({ href, type, title: name }) => (
          <link key={href} rel="alternate" type={type} title={name} href={href} />
        ))}
        <script type="module" src={asset('turno.js')} />
        {props.refreshAfter !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={props.refreshAfter} />
          </noscript>
        )}
      </head>
      <body class={`t-body t-area-${area}`}>
        {/* Enter in a field presses the first submit button that belongs to the form, and the language switch would be
            that one: this button stands before it and does what the form's own button does. */}
        {formId && <button type="submit" form={formId} class="visually-hidden" tabindex={-1} aria-hidden="true" />}
        <a class="t-skip" href="#content">
          {t('skip')}
        </a>
        {context.demo && <DemoBanner language={context.language} />}
        <Header
          context={context}
          area={area}
          formId={formId}
          nav={props.nav}
          officeName={props.officeName}
          search={props.search}
        />
        {bar}
        {context.emailFailure && area === 'citizen' && <EmailBanner context={context} notice={context.emailFailure} />}
        {context.passwordEnds && area === 'citizen' && (
          <PasswordEndBanner context={context} lastDay={context.passwordEnds} />
        )}
        {context.restricted && area === 'citizen' && <RestrictedBanner context={context} />}
        {props.breadcrumb && (
          <div class={`t-page t-page-${width} t-crumbs`}>
            <Breadcrumb language={context.language} crumbs={props.breadcrumb} />
          </div>
        )}
        <main id="content" tabindex={-1}>
          {props.hero && (
            <div class="t-hero">
              <div class="t-header-inner">{props.hero}</div>
            </div>
          )}
          <div class={`t-page t-page-${width}`}>
            {props.children}
            {context.proof && <ProofBox language={context.language} proof={context.proof} formId={formId} />}
          </div>
        </main>
        {context.idleAfter !== undefined && <IdleNotice language={context.language} after={context.idleAfter} />}
        <Footer language={context.language} isOffice={area === 'office'} from={context.url} />
      </body>
    </html>
  );
}

/** One bar at a time: a seat that is kept is nearer than a place in a queue. */
function barOf(context: PageContext): ComponentChildren {
  if (context.held) return <HeldElsewhere context={context} />;
  return context.queue && <QueueBar queue={context.queue} />;
}
