import { foundOf, hasFound, refusedOf } from './accuracy.ts';
import { shareOf, type Share, shareWords } from './interval.ts';
import type { Looked } from './looked.ts';
import { openMouths } from './open-mouths.ts';
import { toneOf, tones } from './skin-tone.ts';
import { defects } from './variants/all-variants.ts';
import { harmlessVariants } from './variants/harmless.ts';
import type { Variant } from './variants/variant.ts';

/** Everything that was counted, as Markdown for `docs/photo.md`. */
export function photoTables(looked: readonly Looked[]): string {
  const neutral = looked.filter(({ kind }) => kind === 'neutral');
  const harmless = looked.filter(({ kind }) => kind === 'harmless');
  const synthetic = looked.filter(({ kind }) => kind === 'synthetic');
  const groups = [
    ['all', neutral] as const,
    ...tones.map((tone) => [`${tone} skin`, neutral.filter(({ angle }) => toneOf(angle) === tone)] as const),
  ];
  return [
    '### Good portraits refused, by group of people',
    table(
      ['people', 'as they are: refused', 'with a warning', 'a little changed: refused'],
      groups.map(([name, people]) => {
        const changed = harmless.filter(({ person }) => people.some((one) => one.person === person));
        return [name, shareWords(refusedOf(people)), shareWords(warnedOf(people)), shareWords(refusedOf(changed))];
      }),
    ),
    '### Good portraits a little changed',
    table(
      ['change', 'refused', 'with a warning', 'by'],
      harmlessVariants.map(({ name }) => {
        const made = harmless.filter(({ variant }) => variant === name);
        return [name, shareWords(refusedOf(made)), shareWords(warnedOf(made)), reasons(made)];
      }),
    ),
    '### Gross defects',
    defectTable(
      defects.filter(({ gross }) => gross),
      synthetic,
      looked,
    ),
    '### Slight defects, reported only',
    defectTable(
      defects.filter(({ gross }) => !gross),
      synthetic,
      looked,
    ),
  ].join('\n\n');
}

function defectTable(variants: readonly Variant[], synthetic: readonly Looked[], looked: readonly Looked[]): string {
  return table(
    ['defect', 'looked for by', 'synthetic: found', 'of these refused', 'real: found'],
    [
      ...variants.map((defect) => {
        const made = synthetic.filter(({ variant }) => variant === defect.name);
        const failed = shareOf(made.filter((one) => hasFound(one, defect.finds, ['fail'])).length, made.length);
        return [defect.name, defect.finds.join(', '), shareWords(foundOf(defect, synthetic)), shareWords(failed), '–'];
      }),
      ...(variants.some(({ gross }) => gross) ? realRows(looked) : []),
    ],
  );
}

/** What the set has of real defects: people who smile, with and without teeth. */
function realRows(looked: readonly Looked[]): string[][] {
  const smiling = looked.filter(({ kind }) => kind === 'smiling');
  const open = smiling.filter(({ person }) => openMouths.includes(person));
  return [
    ['mouth open in a smile', 'mouth-closed', '–', '–', shareWords(count(open, ['mouth-closed']))],
    [
      'smile, with or without teeth',
      'expression, mouth-closed',
      '–',
      '–',
      shareWords(count(smiling, ['expression', 'mouth-closed'])),
    ],
  ];
}

function count(looked: readonly Looked[], finds: readonly string[]): Share {
  return shareOf(looked.filter((one) => hasFound(one, finds)).length, looked.length);
}

function warnedOf(looked: readonly Looked[]): Share {
  return shareOf(looked.filter(({ verdict }) => verdict === 'warn').length, looked.length);
}

/** Which checks spoke, and how often. */
function reasons(looked: readonly Looked[]): string {
  const counts = new Map<string, number>();
  for (const { checks } of looked) {
    for (const [id, { verdict }] of Object.entries(checks)) {
      if (verdict === 'fail' || verdict === 'warn') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const all = [...counts].toSorted((a, b) => b[1] - a[1]).map(([id, many]) => `${id} ${many}`);
  return all.length === 0 ? '–' : all.join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
