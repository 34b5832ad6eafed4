import { parseArgs } from 'node:util';
import {
  faultWords,
  fileWords,
  importFiles,
  type ImportRequest,
  kindNames,
  reportTexts,
} from '#features/moving-in/index.ts';
import { ConfigError } from '#platform/config.ts';
import { createDeps } from '../create-deps.ts';

const usage = `Usage: turno import [options] FILE… | FOLDER

Takes offices, planners, appointments and operators from CSV or JSON files (docs/moving-in.md), or a folder that
turno export wrote. Without --apply it is a trial: it says what it would do and which rows it cannot take, and keeps nothing.

  --apply                           import for real; may be cut short and run again, nothing is there twice
  --kind KIND                       what the files hold, where they do not say it: ${kindNames.slice(0, 4).join(', ')},
                                    ${kindNames.slice(4).join(', ')}
  --from NAME                       the system they come from, as histories will name it
  --tell none|changes|all           which people are told by e-mail: none (default), those whose code changes, all
  --wrong-codes refuse|take         a codice fiscale that is wrong: refuse the row (default), or take it with a mark
  --past refuse|served|no-show      past appointments that do not say what became of them (default: refuse the row)
  --report FILE                     writes the refused rows with the reasons there, to mend and import alone
  --as EMAIL                        the administrator of the network who does it (default: the first one)
  --language it|en                  language of what is printed (default: it)

Ends with 0 when every row was taken, 3 when some were refused, 2 when it was asked wrongly, 1 when it failed.
`;

/** Rows that are printed one by one; the report file has all. */
const mostPrinted = 50;

/** `turno import`: a trial, or for real with --apply. */
export async function importCommand(args: string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked === undefined) return;
  const { language } = asked;
  const t = reportTexts.for(language);
  const began = performance.now();
  let [refused, memory] = [0, 0];
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 250).unref();
  const { deps, close } = createDeps('command');
  try {
    const outcome = await importFiles(deps, {
      ...asked,
      onFault(fault, file) {
        refused += 1;
        if (refused <= mostPrinted) print(`${file}: ${faultWords(fault, language)}`);
      },
      onFile: (report) => print(...fileWords(report, language)),
    });
    if (!outcome.ok)
      throw new ConfigError('Nobody to do it in the name of: turno admin create EMAIL makes an administrator.');
    if (refused > mostPrinted) print(t('more', { count: refused - mostPrinted }));
    if (outcome.published > 0) print(t(asked.apply ? 'published' : 'toPublish', { count: outcome.published }));
    if (outcome.withoutHours > 0) print(t('withoutHours', { count: outcome.withoutHours }));
    for (const file of outcome.reports) print(t('report', { file }));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    memory = Math.max(memory, process.memoryUsage().rss);
    print(t('took', { seconds, megabytes: String(Math.round(memory / 1024 / 1024)) }));
    if (!asked.apply) print(t('trial'));
    const isBroken = outcome.files.some(({ fault }) => fault !== undefined);
    if (refused > 0 || isBroken) process.exitCode = 3;
  } finally {
    clearInterval(watch);
    await close();
  }
}

function readArguments(args: string[]): ImportRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        apply: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        kind: { type: 'string' },
        from: { type: 'string' },
        tell: { type: 'string', default: 'none' },
        'wrong-codes': { type: 'string', default: 'refuse' },
        past: { type: 'string', default: 'refuse' },
        report: { type: 'string' },
        as: { type: 'string' },
        language: { type: 'string', default: 'it' },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return undefined;
    }
    if (positionals.length === 0) throw new TypeError('Name a file or a folder.');
    return {
      paths: positionals,
      apply: values.apply,
      kind: values.kind === undefined ? undefined : oneOf(kindNames, values.kind),
      report: values.report,
      as: values.as,
      language: oneOf(['it', 'en'], values.language),
      choices: {
        tell: oneOf(['none', 'changes', 'all'], values.tell),
        wrongCodes: oneOf(['refuse', 'take'], values['wrong-codes']),
        past: oneOf(['refuse', 'served', 'no-show'], values.past),
        source: values.from ?? null,
      },
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

function oneOf<const Word extends string>(words: readonly Word[], typed: string): Word {
  const found = words.find((word) => word === typed);
  if (found === undefined) throw new TypeError(`${typed} is none of ${words.join(', ')}.`);
  return found;
}

function print(...lines: string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
