import { mayDo, officeTasks, type PersonWhoReaches, roleName, taskTexts } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import { Table } from '#ui/table.tsx';
import { Mark } from './role-matrix.view.tsx';
import { roleMatrixTexts } from './role-matrix.text.ts';

/** What each person may do at an office, as the guards would answer them now. */
export function PeopleMatrix(props: { language: Language; officeId: number; people: readonly PersonWhoReaches[] }) {
  const { language, officeId, people } = props;
  const t = roleMatrixTexts.for(language);
  const task = taskTexts.for(language);
  return (
    <>
      <h2>{t('byPerson')}</h2>
      <p>{t('byPersonAbout')}</p>
      <Table
        caption={t('captionPeople')}
        dense
        columns={[{ label: t('task') }, ...people.map(({ name }) => ({ label: name }))]}
        rows={[
          {
            key: 'roles',
            cells: [t('rolesOf'), ...people.map((person) => rolesHere(person, officeId, language))],
          },
          ...officeTasks.map((name) => ({
            key: name,
            cells: [
              task(name),
              ...people.map((person) => (
                <Mark key={person.accountId} language={language} may={mayDo(person, officeId, name)} />
              )),
            ],
          })),
        ]}
      />
    </>
  );
}

function rolesHere({ roles }: PersonWhoReaches, officeId: number, language: Language): string {
  const t = roleMatrixTexts.for(language);
  const words = roles.map(({ role: held, officeId: at, officeCode }) => {
    const role = roleName(held, language);
    if (at === null) return t('fromNetwork', { role });
    return at === officeId ? role : t('fromOffice', { role, office: officeCode ?? '' });
  });
  return new Intl.ListFormat(language).format(words);
}
