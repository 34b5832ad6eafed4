import { sentenceFor } from '#launch/failure.ts';
import { runningDatabaseUrl } from '#launch/running-database.ts';
import { untilTold } from '#launch/service.ts';
import { readConfig } from '#platform/config.ts';

const usage = `Usage: turno <command>

  start             everything: PostgreSQL unless DATABASE_URL is set, web and worker, kept running
  serve [--workers N]
                    the web application, in N processes on one port (TURNO_WORKERS)
  work              the worker: e-mails, reminders, cancellations, the rolling horizon
  migrate           brings the database up to date
  seed              loads the data shipped with the product, and the demo set when TURNO_DEMO=on
  prepare           migrate, then seed
  schema            brings the database up to date and writes db/schema.sql from it (for developers)
  doctor            says what is wrong: seats, migrations, messages; ends with 1 when anything is
  mail receive      reads an e-mail that came back from standard input (--folder DIR: all new ones of a Maildir)
  admin create EMAIL [GIVEN-NAME SURNAME]
                    makes an administrator of the network and prints a link for the first password
  import [--apply] FILE…
                    takes offices, planners, appointments and operators from CSV or JSON; a trial without --apply
  export FOLDER     writes them all to files of the same formats
                    (both: --help says more)
  audit verify      says whether the log of what operators did is as it was written, or from when on it is not
  identity …        this site in SPID and CIE: keys, metadata, providers, the log of logins (alone it says more)
  secrets WHAT      exchanges the secret that people's data are encrypted with, without logging anyone out (--help)
  draw verify FILE  works a draw out again from its public data and says whether it is correct (--receipt FILE: and
                    whether a ticket is in it); needs no database
  demo sessions N   prints session tokens of the demo's citizen-1 to citizen-N
  demo photos       draws the demo's photos and has them looked at, where they are missing (the worker does it by itself)
`;

/** Programs of their own, loaded only when asked for: the launcher never carries the web application. */
const commands: Record<string, (args: string[]) => Promise<void>> = {
  start: async () => (await import('#launch/start.ts')).start(),
  serve: async (args) => (await import('./commands/serve-command.ts')).serveCommand(args),
  work: async () => untilTold((await import('./work.ts')).work),
  migrate: async () => (await import('./prepare.ts')).prepare({ data: false }),
  seed: async () => (await import('./prepare.ts')).prepare({ schema: false }),
  prepare: async () => (await import('./prepare.ts')).prepare({}),
  schema: async () => (await import('./commands/schema-command.ts')).schemaCommand(),
  doctor: async () => (await import('./commands/doctor-command.ts')).doctorCommand(),
  mail: async (args) => (await import('./commands/mail-command.ts')).mailCommand(args),
  admin: async (args) => (await import('./commands/admin-command.ts')).adminCommand(args),
  import: async (args) => (await import('./commands/import-command.ts')).importCommand(args),
  export: async (args) => (await import('./commands/export-command.ts')).exportCommand(args),
  audit: async (args) => (await import('./commands/audit-command.ts')).auditCommand(args),
  identity: async (args) => (await import('./commands/identity-command.ts')).identityCommand(args),
  secrets: async (args) => (await import('./commands/secrets-command.ts')).secretsCommand(args),
  draw: async (args) => (await import('./commands/draw-command.ts')).drawCommand(args),
  // Started by the web application alone, with the first photo that somebody sends.
  photo: async () => (await import('./commands/photo-command.ts')).photoCommand(),
  demo: async (args) => (await import('./commands/demo-command.ts')).demoCommand(args),
};

const withoutDatabase = new Set(['start', 'draw', 'photo']);

async function main([name = 'start', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  try {
    if (!withoutDatabase.has(name)) await useRunningDatabase();
    await command(args);
  } catch (error) {
    const sentence = sentenceFor(error);
    if (process.connected) process.send?.({ failure: sentence ?? String(error) });
    console.error(sentence ?? error);
    process.exitCode = 1;
    if (process.connected) process.disconnect?.();
  }
}

/** Beside `start`, a command works on the database that it keeps running. */
async function useRunningDatabase(): Promise<void> {
  const { databaseUrl, dataFolder } = readConfig();
  if (databaseUrl !== undefined) return;
  const url = await runningDatabaseUrl(dataFolder);
  if (url !== undefined) process.env.DATABASE_URL = url;
}

await main(process.argv.slice(2));
