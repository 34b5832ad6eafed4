import {
  BatchMatMul,
  Cast,
  type DataType,
  getKernel,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

const backendName = 'wasm';
let isDone = false;

/** Adds what the models use and the library's WebAssembly does not know: products of matrices of whole numbers. */
export function completeKernels(): void {
  if (isDone) return;
  isDone = true;
  const known = getKernel(BatchMatMul, backendName);
  unregisterKernel(BatchMatMul, backendName);
  registerKernel({ ...known, kernelFunc: productOfAny(known.kernelFunc) });
}

/** Whole numbers are multiplied as broken ones, and made whole again. */
function productOfAny(product: KernelFunc): KernelFunc {
  return (call) => {
    const { a, b } = call.inputs;
    if (a === undefined || b === undefined) throw new Error('A product has two factors');
    if (a.dtype === 'float32' && b.dtype === 'float32') return product(call);
    const cast = (x: TensorInfo, dtype: DataType): TensorInfo => {
      const { kernelFunc } = getKernel(Cast, backendName);
      return single(kernelFunc({ inputs: { x }, attrs: { dtype }, backend: call.backend }));
    };
    const inputs = { a: cast(a, 'float32'), b: cast(b, 'float32') };
    return cast(single(product({ ...call, inputs })), 'int32');
  };
}

function single(result: TensorInfo | TensorInfo[]): TensorInfo {
  const [only] = Array.isArray(result) ? result : [result];
  if (only === undefined) throw new Error('A kernel gave nothing back');
  return only;
}
