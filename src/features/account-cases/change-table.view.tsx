import type { Language } from '#platform/language.ts';
import { Table } from '#ui/table.tsx';
import type { ProfileChange } from './changes/change.query.ts';
import { changedFields, personFields } from './changes/person-text.ts';
import { PersonValue, personTexts } from './person-details.view.tsx';

/** Old and new side by side; all details, or only those that differ. */
export function ChangeTable(props: {
  language: Language;
  change: Pick<ProfileChange, 'before' | 'after'>;
  words: { caption: string; field: string; before: string; after: string; changed?: string };
  all?: boolean;
}) {
  const { language, change, words, all = false } = props;
  const { before, after } = change;
  const t = personTexts.for(language);
  const changed = changedFields(before, after);
  const fields = all ? personFields : changed;
  return (
    <Table
      caption={words.caption}
      columns={[{ label: words.field }, { label: words.before }, { label: words.after }]}
      rows={fields.map((field) => ({
        key: field,
        cells: [
          t(field),
          <PersonValue key="before" language={language} person={before} field={field} />,
          changed.includes(field) ? (
            <strong key="after">
              <PersonValue language={language} person={after} field={field} />
              {all && words.changed && <span class="t-muted"> ({words.changed})</span>}
            </strong>
          ) : (
            <PersonValue key="after" language={language} person={after} field={field} />
          ),
        ],
      }))}
    />
  );
}
