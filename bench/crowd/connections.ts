import { connect, type Socket } from 'node:net';
import { answerReader } from '../answer-reader.ts';

export interface Answer {
  /** `error` when the connection broke before an answer */
  readonly status: string;
  readonly head: string;
  readonly body: string;
}

interface Wish {
  readonly request: string;
  readonly cut: boolean;
  readonly again?: boolean;
  readonly told: (answer: Answer) => void;
}

/** So many keep-alive connections that whole crowds share: a wish goes out on the first that is free. */
export function connections(port: number, most: number) {
  const waiting: Wish[] = [];
  const idle: Line[] = [];
  let open = 0;
  let closedWhileIdle = 0;

  interface Line {
    readonly socket: Socket;
    wish: Wish | undefined;
    /** it has carried an answer before */
    used: boolean;
    /** the server closes it when nothing is asked for so long: milliseconds */
    patience: number;
    since: number;
  }

  function next(line: Line): void {
    const wish = waiting.shift();
    line.wish = wish;
    if (wish === undefined) {
      line.since = performance.now();
      idle.push(line);
      return;
    }
    line.socket.write(wish.request, 'latin1');
    // A line that breaks while the answer is on its way.
    if (wish.cut) setImmediate(() => line.socket.destroy());
  }

  function openLine(): void {
    open += 1;
    const line: Line = {
      socket: connect({ port, host: '127.0.0.1', noDelay: true }),
      wish: undefined,
      used: false,
      patience: Infinity,
      since: 0,
    };
    const read = answerReader();
    line.socket.once('connect', () => next(line));
    line.socket.on('data', (chunk) => {
      const answer = read(chunk);
      const { wish } = line;
      // Nobody asked: the server says that it closes a line that was silent for too long.
      if (answer === undefined || wish === undefined) return;
      line.used = true;
      line.patience = 1000 * (Number(/\r\nkeep-alive: timeout=(\d+)/i.exec(answer.head)?.[1] ?? Infinity) - 1);
      next(line);
      wish.told(answer);
    });
    line.socket.on('error', () => undefined);
    line.socket.once('close', () => {
      open -= 1;
      const at = idle.indexOf(line);
      if (at >= 0) idle.splice(at, 1);
      const { wish } = line;
      line.wish = undefined;
      // Closed while idle, as the request was on its way: browsers send it again on another, and so does everybody here.
      if (wish && line.used && !wish.cut && !wish.again) {
        closedWhileIdle += 1;
        waiting.unshift({ ...wish, again: true });
      } else wish?.told({ status: wish.cut ? 'cut' : 'error', head: '', body: '' });
      if (waiting.length > 0 && open < most) openLine();
    });
  }

  function freshLine(): Line | undefined {
    for (let line = idle.pop(); line; line = idle.pop()) {
      if (performance.now() - line.since < line.patience) return line;
      line.socket.destroy();
    }
    return undefined;
  }

  return {
    closedWhileIdle: () => closedWhileIdle,
    ask(request: string, cut = false): Promise<Answer> {
      return new Promise((told) => {
        waiting.push({ request, cut, told });
        const free = freshLine();
        if (free) next(free);
        else if (open < most) openLine();
      });
    },
    close(): void {
      for (const { socket } of idle) socket.destroy();
    },
  };
}
