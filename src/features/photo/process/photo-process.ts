import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { ownProgram } from '#platform/root.ts';
import type { Outcomes, PhotoAnswer, PhotoTasks, PhotoWork } from './messages.ts';

/**
 * A task that the process could not do: it took too long; it was hardly worked on, as the machine does other things; the
 * process ended over it; or it failed there.
 */
export class PhotoTaskLost extends Error {
  readonly how: 'too-long' | 'starved' | 'ended' | 'failed';
  constructor(how: PhotoTaskLost['how'], more = '') {
    super(`${how} ${more}`);
    this.how = how;
  }
}

/** A process of its own for what strangers send: it may crash, hang or grow without harm to the pages. */
export interface PhotoProcess {
  /** @throws PhotoTaskLost */
  run<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]>;
  end(): void;
  isOver(): boolean;
  /** by which its memory is found */
  readonly pid?: number | undefined;
}

/** How many milliseconds of a processor a task may take, and how many may pass. */
interface Limits {
  readonly work: number;
  readonly passed: number;
}

const patience = { work: 15_000, passed: 45_000 };

// It may read files, as the models are some, but neither write, nor reach the network, nor start anything: what a hostile
// picture could make of it stays in it. It gets no setting of ours, so no secret either.
const flags = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-addons',
  '--disable-warning=PERM0001',
  '--max-semi-space-size=8',
  '--max-old-space-size=384',
];

/** Behind the pages and the database, before nothing. */
const priority = 15;

export async function startPhotoProcess(
  limits: Limits = patience,
  runtime: string = process.execPath,
): Promise<PhotoProcess> {
  const child = fork(ownProgram, ['photo'], {
    execPath: runtime,
    execArgv: flags,
    env: { MALLOC_ARENA_MAX: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  yieldToPages(child);
  const isOver = () => child.killed || child.exitCode !== null || child.signalCode !== null || !child.connected;
  takeAlong(child);
  await answer(child, patience);
  letGo(child);
  return {
    pid: child.pid,
    isOver,
    async run<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]> {
      if (isOver()) throw new PhotoTaskLost('ended');
      child.ref();
      child.channel?.ref();
      const answered = answer(child, limits);
      child.send({ work, task }, () => undefined);
      const outcome = await answered.finally(() => letGo(child));
      if ('done' in outcome) return outcome.done as Outcomes[Work];
      throw new PhotoTaskLost('failed');
    },
    end: () => void child.kill('SIGKILL'),
  };
}

/** It ends with this process, for which nobody listens any more once it is over or could not be started. */
function takeAlong(child: ChildProcess): void {
  const kill = () => void child.kill('SIGKILL');
  const forget = () => void process.off('exit', kill);
  process.once('exit', kill);
  child.on('exit', forget).on('error', forget);
}

/**
 * Before it has threads: each takes the priority of the one that makes it, and those that decode pictures would otherwise stand
 * beside the pages.
 */
function yieldToPages({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, priority);
  } catch {
    // It ended at once, which its first answer tells; or a system where nobody may.
  }
}

/** A process that has nothing to do keeps nobody from ending. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** The next answer. One that does not come in time is not waited for: the process is killed. */
function answer(child: ChildProcess, limits: Limits): Promise<PhotoAnswer> {
  return new Promise((resolve, reject) => {
    const begun = { at: performance.now(), work: workOf(child.pid) ?? 0 };
    const settle = (act: () => void): void => {
      clearInterval(watch);
      child.off('message', come).off('exit', ended).off('error', failed);
      act();
    };
    const give = (how: 'too-long' | 'starved'): void => {
      child.kill('SIGKILL');
      settle(() => reject(new PhotoTaskLost(how)));
    };
    // It comes after the pages: while they are busy it may wait for long, and that is not the fault of the photo.
    const watch = setInterval(() => {
      const passed = performance.now() - begun.at;
      const worked = (workOf(child.pid) ?? begun.work + passed) - begun.work;
      if (worked > limits.work) give('too-long');
      else if (passed > limits.passed) give('starved');
    }, 250);
    const come = (message: unknown) => settle(() => resolve(message as PhotoAnswer));
    const ended = (code: number | null, signal: string | null) =>
      settle(() => reject(new PhotoTaskLost('ended', `${signal ?? code}`)));
    const failed = (error: Error) => settle(() => reject(new PhotoTaskLost('ended', error.message)));
    child.on('message', come).once('exit', ended).once('error', failed);
  });
}

/** Milliseconds of a processor that a process has had; undefined where the system does not tell. */
function workOf(pid: number | undefined): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // After the name in brackets: state is the first field, those of user and system time are the twelfth and thirteenth.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
