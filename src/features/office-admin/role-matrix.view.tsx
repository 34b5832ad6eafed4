import { officeTasks, type RoleName, roleName, tasksOf, taskTexts } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import { Icon } from '#ui/icon.tsx';
import { Table } from '#ui/table.tsx';
import { givenRoles } from './people.form.ts';
import { peopleTexts } from './people.text.ts';
import { roleMatrixTexts } from './role-matrix.text.ts';

const shown = [...givenRoles.office, ...givenRoles.network] as const;

/** What each role may do, made from the table that the guards use; the reader's own roles stand out. */
export function RoleMatrix({ language, mine }: { language: Language; mine: ReadonlySet<RoleName> }) {
  const t = roleMatrixTexts.for(language);
  const about = peopleTexts.for(language);
  const task = taskTexts.for(language);
  const own = shown.filter((role) => mine.has(role)).map((role) => roleName(role, language));
  const list = new Intl.ListFormat(language).format(own);
  const cells = (may: (role: RoleName) => boolean) =>
    shown.map((role) => <Mark key={role} language={language} may={may(role)} />);
  return (
    <>
      <p>{own.length > 0 ? t('yours', { roles: list }) : t('yoursNone')}</p>
      <h2>{t('byRole')}</h2>
      <Table
        caption={t('caption')}
        dense
        columns={[
          { label: t('task') },
          ...shown.map((role) => {
            const name = roleName(role, language);
            return { label: mine.has(role) ? t('mine', { role: name }) : name };
          }),
        ]}
        rows={[
          ...officeTasks.map((name) => ({
            key: name,
            cells: [task(name), ...cells((role) => tasksOf[role].includes(name))],
          })),
          { key: 'network', cells: [t('network'), ...cells((role) => role === 'network-admin')] },
        ]}
      />
      <h2>{t('roles')}</h2>
      <dl>
        {shown.map((role) => (
          <div key={role} class="mb-2">
            <dt>{mine.has(role) ? t('mine', { role: roleName(role, language) }) : roleName(role, language)}</dt>
            <dd class="mb-0">{about(`${role}About`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('citizen')}</p>
      <p>{t('ask')}</p>
    </>
  );
}

export function Mark({ language, may }: { language: Language; may: boolean }) {
  const t = roleMatrixTexts.for(language);
  if (!may) return <span class="t-muted t-not-allowed">{t('no')}</span>;
  return (
    <span>
      <Icon name="check-circle" /> <strong>{t('yes')}</strong>
    </span>
  );
}
