import { readFile } from 'node:fs/promises';
import { type Look, openLook } from './look.ts';
import type { Kind, Looked, Share } from './looked.ts';
import { nameOf, personOf } from './photo-set.ts';
import { typologyAngle } from './skin-tone.ts';
import { readSubject } from './subject.ts';
import { defects } from './variants/all-variants.ts';
import { harmlessVariants } from './variants/harmless.ts';

/** What is only reported is tried with every third person. */
const slightOf = 3;

process.once('message', (message) => {
  void run(message as Share).then((looked) => process.send?.(looked, () => process.exit(0)));
});

async function run({ set, people }: Share): Promise<Looked[]> {
  const look = await openLook();
  const looked: Looked[] = [];
  for (const at of people) {
    const file = set.neutral[at];
    const other = set.neutral[(at + 5) % set.neutral.length];
    if (file !== undefined && other !== undefined) {
      looked.push(...(await onePerson(look, { file, other, ...set, withSlight: at % slightOf === 0 })));
    }
  }
  return looked;
}

async function onePerson(
  look: Look,
  {
    file,
    other,
    smiling,
    defects: given,
    withSlight,
  }: { file: string; other: string; smiling: readonly string[]; defects: readonly string[]; withSlight: boolean },
): Promise<Looked[]> {
  const person = personOf(file);
  const subject = await readSubject(file, look.engine);
  const somebodyElse = await readSubject(other, look.engine);
  const angle = typologyAngle(subject);
  const looked: Looked[] = [];
  const add = async (kind: Kind, variant: string, bytes: Buffer, asCut = false) => {
    looked.push({ kind, person, angle, variant, ...(await look.at(bytes, asCut)) });
  };
  await add('neutral', '', await readFile(file));
  for (const smile of smiling.filter((one) => personOf(one) === person))
    await add('smiling', '', await readFile(smile));
  for (const { name, make } of harmlessVariants) await add('harmless', name, await make(subject, somebodyElse));
  const spoilt = defects.filter(({ gross }) => gross || withSlight);
  for (const { name, make, asCut } of spoilt) await add('synthetic', name, await make(subject, somebodyElse), asCut);
  for (const one of given.filter((each) => personOf(each) === person)) {
    await add('given', nameOf(one).replace(/__.*$/, ''), await readFile(one));
  }
  return looked;
}
