import { shownCookieName } from '#platform/http/cookie-prefix.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { cookiesTexts } from './cookies.text.ts';
import { cookies, storedBySite } from './cookies.ts';
import { Reading, Words } from './reading.view.tsx';

/** Kept for the pages of one way of logging in alone. */
const oneWayIn: readonly string[] = ['turno_login', 'turno_login_here'];

/** Each cookie the program sets, by name. */
export function CookiesView({ context, publicUrl }: { context: PageContext; publicUrl: string }) {
  const t = cookiesTexts.for(context.language);
  const table = (
    <Table
      caption={t('table')}
      columns={[{ label: t('name') }, { label: t('what') }, { label: t('until') }]}
      rows={cookies.map(({ name, what, until }) => ({
        key: name,
        cells: [
          <code key="name" translate={false}>
            {shownCookieName(name, { publicUrl, everywhere: !oneWayIn.includes(name) })}
          </code>,
          t(what),
          t(until),
        ],
      }))}
    />
  );
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'table', title: t('table'), body: table },
        { id: 'store', title: t('store'), body: <Words of={[t('storeText', { name: storedBySite.join(', ') })]} /> },
        { id: 'others', title: t('others'), body: <Words of={[t('othersText')]} /> },
        { id: 'without', title: t('without'), body: <Words of={[t('withoutText')]} /> },
      ]}
    />
  );
}
