/** A model of `data/photo-models`, in two files as its library reads them, with the sums of their content. */
interface PinnedModel {
  /** its network, as JSON */
  readonly graph: { readonly file: string; readonly sha256: string };
  /** what it has learnt */
  readonly weights: { readonly file: string; readonly sha256: string };
}

/** The models that look at a photo; where they come from is in `data/photo-models/README.md`. */
export const models = {
  detector: {
    graph: { file: 'blazeface.json', sha256: 'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f' },
    weights: { file: 'blazeface.bin', sha256: 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72' },
  },
  mesh: {
    graph: {
      file: 'facemesh-attention.json',
      sha256: 'bd4d3adea6bcedfbd49e3b64d42fadada99d09464032914bc518572818862941',
    },
    weights: {
      file: 'facemesh-attention.bin',
      sha256: '1ae49614abaa80c6efce9b39e2ec316314fc4d6fab183409afb0a97ae13ba892',
    },
  },
  person: {
    graph: { file: 'selfie.json', sha256: '8b7f5f95c0159a83a7240b1298a67012cfffd0396bfa653bdf452913610e9a88' },
    weights: { file: 'selfie.bin', sha256: '8f57aaa72dc068a50bd37c232d2e073e107912241e459002e1480876676f382a' },
  },
} as const satisfies Readonly<Record<string, PinnedModel>>;

export type ModelName = keyof typeof models;
export type ModelFile = PinnedModel['graph'];
