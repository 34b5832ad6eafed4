import { readFile } from 'node:fs/promises';
import { type Receipt, receiptShape, verdictInWords, verify } from '#features/waiting-room/index.ts';

const usage = `Usage: turno draw verify FILE [--receipt FILE] [--commitment HASH] [--root HASH]

  FILE              the proof of a draw, as GET /api/v1/releases/{id}/proof gives it
  --receipt FILE    a ticket's own receipt: is it in the list as it was given?
  --commitment HASH what was noted before people joined
  --root HASH       what was noted when the joining ended

Prints "correct", "correct, if the office kept its seed secret", "not revealed yet", or the fault.
Ends with 0, 0, 3 and 1; with 2 when the question cannot be understood.
`;

const options = ['--receipt', '--commitment', '--root'] as const;

/** `draw verify FILE`: works a draw out again from its public data. Needs no database and no network. */
export async function drawCommand(args: string[]): Promise<void> {
  const { code, said } = await drawAnswer(args);
  (code === 2 ? process.stderr : process.stdout).write(said);
  process.exitCode = code;
}

/** What is printed, and what the command ends with. */
export async function drawAnswer([what, ...rest]: string[]): Promise<{ code: number; said: string }> {
  const asked = what === 'verify' ? readArguments(rest) : undefined;
  if (asked === undefined) return { code: 2, said: usage };
  const receipt = asked['--receipt'] === undefined ? undefined : await readReceipt(asked['--receipt']);
  if (receipt === 'none') return { code: 2, said: `${asked['--receipt']} is no receipt of a ticket\n` };
  const known = { receipt, commitment: asked['--commitment'], listRoot: asked['--root'] };
  const verdict = verify(await readJson(asked.file), known);
  const { said, more } = verdictInWords(verdict, 'en');
  const code = verdict.ok ? (verdict.result === 'not-revealed' ? 3 : 0) : 1;
  return { code, said: `${[said, ...more].join('\n')}\n` };
}

function readArguments(
  args: string[],
): ({ file: string } & Partial<Record<(typeof options)[number], string>>) | undefined {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('-') || rest.length % 2 !== 0) return undefined;
  const given: Partial<Record<(typeof options)[number], string>> = {};
  for (let at = 0; at < rest.length; at += 2) {
    const option = options.find((known) => known === rest[at]);
    const value = rest[at + 1];
    if (option === undefined || value === undefined) return undefined;
    given[option] = option === '--receipt' ? value : value.toLowerCase();
  }
  return { file, ...given };
}

async function readReceipt(file: string): Promise<Receipt | 'none'> {
  const read = receiptShape.safeParse(await readJson(file));
  return read.success ? read.data : 'none';
}

/** Undefined where the file holds no JSON: that is no proof, and is said as such. */
async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
