import { parseArgs } from 'node:util';
import { exportFiles, type ExportRequest, kindNames } from '#features/moving-in/index.ts';
import { ConfigError } from '#platform/config.ts';
import { createDeps } from '../create-deps.ts';

const usage = `Usage: turno export [options] FOLDER

Writes offices, services, planners with their hours and closures, operators without passwords, and appointments with their
history to files that turno import takes (docs/moving-in.md), as they are at one instant. The product keeps running.
The files hold personal data in plain: only their owner may read them; keep them encrypted, and delete them after use.

  --format csv|json   CSV for spreadsheets (default), or JSON lines
  --office CODE       only of this office; may be given several times
  --only KIND         only this: ${kindNames.slice(0, 5).join(', ')},
                      ${kindNames.slice(5).join(', ')}; several times
  --as EMAIL          the administrator of the network who does it (default: the first one)

Ends with 0, with 2 when it was asked wrongly, with 1 when it failed.
`;

/** `turno export FOLDER`. */
export async function exportCommand(args: string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked === undefined) return;
  const { deps, close } = createDeps('command');
  try {
    const outcome = await exportFiles(deps, {
      ...asked,
      onFile: ({ path, rows }) => process.stdout.write(`${path}: ${rows}\n`),
    });
    if (!outcome.ok && outcome.reason === 'unknown-office')
      throw new ConfigError(`There is no office ${outcome.office}.`);
    if (!outcome.ok)
      throw new ConfigError('Nobody to do it in the name of: turno admin create EMAIL makes an administrator.');
    process.stderr.write(
      'These files hold personal data in plain. Only you may read them: keep them encrypted, and delete them after use.\n',
    );
  } finally {
    await close();
  }
}

function readArguments(args: string[]): ExportRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        format: { type: 'string', default: 'csv' },
        office: { type: 'string', multiple: true, default: [] },
        only: { type: 'string', multiple: true, default: [] },
        as: { type: 'string' },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return undefined;
    }
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new TypeError('Name one folder.');
    if (values.format !== 'csv' && values.format !== 'json') throw new TypeError('The format is csv or json.');
    const only = values.only.map((typed) => {
      const kind = kindNames.find((name) => name === typed);
      if (kind === undefined) throw new TypeError(`${typed} is none of ${kindNames.join(', ')}.`);
      return kind;
    });
    return { folder, format: values.format, offices: values.office, only, as: values.as };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}
