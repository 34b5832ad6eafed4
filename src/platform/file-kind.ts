const marks = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const;

export type KnownFile = keyof typeof marks | 'image/webp';

/** What a file begins like, by its bytes alone: neither its name nor what the browser says of it counts. */
export function beginsLike(bytes: Buffer): KnownFile | undefined {
  for (const kind of ['application/pdf', 'image/jpeg', 'image/png'] as const)
    if (bytes.subarray(0, marks[kind].length).equals(marks[kind])) return kind;
  const [riff, name] = [bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)];
  return riff === 'RIFF' && name === 'WEBP' ? 'image/webp' : undefined;
}
