import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import type { io } from '@tensorflow/tfjs-core';
import { type ModelFile, type ModelName, models } from './models.ts';

/** Gives the content of a model's file: from the disk on the server, over HTTP in a browser. */
export type ReadModelFile = (file: ModelFile) => Promise<Uint8Array<ArrayBuffer>>;

interface GraphFile {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[];
}

/** Loads one model without the library's own way to its files, which knows nothing of disks. */
export async function loadModel(name: ModelName, read: ReadModelFile): Promise<GraphModel> {
  const { graph, weights } = models[name];
  const [graphBytes, weightBytes] = await Promise.all([read(graph), read(weights)]);
  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(graphBytes)) as GraphFile;
  const { buffer, byteOffset, byteLength } = weightBytes;
  const artifacts: io.ModelArtifacts = {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: buffer.slice(byteOffset, byteOffset + byteLength),
  };
  return loadGraphModel({ load: async () => artifacts });
}
