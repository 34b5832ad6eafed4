export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

export function spread(values: ArrayLike<number>): Spread {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, sd: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) };
}

/** The value below which that share of all lies. It sorts: for some thousands of values at a time, never for each pixel. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}
