import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import type { Pixels, Seen } from '../face/seen.ts';
import { detect } from './detect.ts';
import { findFaces } from './find-faces.ts';
import { findMesh } from './find-mesh.ts';
import { findPerson } from './find-person.ts';
import { completeKernels } from './kernels.ts';
import { loadModel, type ReadModelFile } from './load-model.ts';
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
