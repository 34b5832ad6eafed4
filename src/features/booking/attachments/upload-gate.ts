import { HttpProblem } from '#platform/http/problem.ts';

/** Forms with files that are read at a time in this process: each keeps one file in memory, so that bounds it all. */
const mostAtOnce = 6;
const mostWaiting = 60;

let inside = 0;
const waiting: (() => void)[] = [];

/** Waits for one's turn to send files; answers with the way out. The others' bytes stay on the line meanwhile. */
export async function enterGate(): Promise<() => void> {
  if (inside < mostAtOnce) inside += 1;
  else {
    if (waiting.length >= mostWaiting) throw new HttpProblem(503, 'overloaded', { headers: { 'retry-after': '5' } });
    // Whoever leaves hands over their place.
    await new Promise<void>((enter) => waiting.push(enter));
  }
  let left = false;
  return () => {
    if (left) return;
    left = true;
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
}
