import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import type { Pixels, Seen } from '../face/seen.ts';
import { detect, type FoundFace } from './detect.ts';
import { findMesh } from './find-mesh.ts';
import { findPerson } from './find-person.ts';
import { completeKernels } from './kernels.ts';
import { loadModel, type ReadModelFile } from './load-model.ts';
import type { View } from './resample.ts';
import '@tensorflow/tfjs-backend-wasm';

/** The models, loaded: looking at a picture keeps the thread busy for some tenths of a second. */
export interface Engine {
  see(pixels: Pixels): Promise<Seen>;
}

/** Loads the models with WebAssembly: the same on the server and in a browser, whose worker says first where it lies. */
export async function loadEngine(read: ReadModelFile): Promise<Engine> {
  enableProdMode();
  completeKernels();
  if (!(await setBackend('wasm'))) throw new Error('WebAssembly cannot be used here');
  const [detector, mesh, person] = await Promise.all([
    loadModel('detector', read),
    loadModel('mesh', read),
    loadModel('person', read),
  ]);
  return {
    async see(pixels) {
      const found = findFaces((view) => detect(detector, pixels, view), pixels);
      const [surest] = found;
      return {
        faces: found.map(({ box }) => box),
        mesh: surest && findMesh(mesh, pixels, surest),
        person: findPerson(person, pixels),
      };
    },
  };
}

const quarter = Math.PI / 2;
/** A face that looks upright and is less sure than this may be one that stands on its head. */
const sure = 0.85;

/** Looks for faces upright; without a sure one, the picture is looked at from its other sides too. */
function findFaces(look: (view: View) => FoundFace[], { width, height }: Pixels): FoundFace[] {
  const side = Math.max(width, height);
  const from = (turn: number) => ({
    turn,
    faces: look({ centreX: width / 2, centreY: height / 2, width: side, height: side, turn }),
  });
  const upright = from(0);
  if (scoreOf(upright) >= sure) return upright.faces;
  const views = [upright, from(quarter), from(2 * quarter), from(3 * quarter)];
  const [best] = views.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  return best && scoreOf(best) > 0 ? best.faces : upright.faces;
}

/** How sure the first face of a view is, if its eyes are beside each other there. */
function scoreOf({ faces, turn }: { faces: readonly FoundFace[]; turn: number }): number {
  const [first] = faces;
  return first !== undefined && Math.cos(first.turn - turn) > Math.SQRT1_2 ? first.box.score : 0;
}
