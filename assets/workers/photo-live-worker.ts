import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type Engine, loadEngine } from '../../src/features/photo/engine/load-engine.ts';
import { pixelsOf } from '../../src/features/photo/live/cut-out.ts';
import type { LookAnswer, LookQuestion } from '../../src/features/photo/live/look.ts';
import { type Looked, lookAt } from '../../src/features/photo/live/look-at.ts';

/** Where the models and what runs them lie under `/assets/`: the build writes it in. */
declare const FILES: Readonly<Record<string, string>>;

// Beside the page, so that the camera's picture never stops while somebody looks at it. What it sees stays here and on the page.
const scope = self as unknown as {
  postMessage(answer: LookAnswer): void;
  onmessage: (event: { data: LookQuestion }) => void;
};

// Threads need a page isolated from all others, which none is; the library wants to know where they would be all the same.
setWasmPaths({ ...FILES, 'tfjs-backend-wasm-threaded-simd.wasm': FILES['tfjs-backend-wasm-simd.wasm'] ?? '' });

// What cannot be loaded ends the worker with an error before it said that it is ready: the page does without.
void loadEngine(readServed).then(serve, (error: unknown) => {
  setTimeout(() => {
    throw error;
  });
});

async function readServed({ file }: { readonly file: string }): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(FILES[file] ?? '');
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function serve(engine: Engine): void {
  let before: Looked | undefined;
  scope.onmessage = ({ data }) => void answer(data);
  scope.postMessage({ ready: true });

  async function answer(question: LookQuestion): Promise<void> {
    const { id, scale, alone } = question;
    try {
      const pixels = pixelsOf(question);
      const looked = lookAt(pixels, await engine.see(pixels), { scale, before: alone ? undefined : before });
      if (!alone) before = looked;
      scope.postMessage({ id, look: looked.look });
    } catch {
      scope.postMessage({ id, look: undefined });
    }
  }
}
