import { request } from 'node:http';

const piece = Buffer.alloc(64 * 1024, 'x');

/** Posts a body as it is, or one of so many bytes, reads the answer only after all was sent, and tells its status. */
export function sendBytes(
  address: string,
  what: { path: string; type: string; body?: string; size?: number; chunked?: boolean },
): Promise<number> {
  const { path, type, body = '', size = Buffer.byteLength(body), chunked = false } = what;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, connection: 'close', ...(chunked ? {} : { 'content-length': size }) };
    const sending = request(`${address}${path}`, { method: 'POST', headers, agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sending.on('error', reject);
    if (body !== '') return sending.end(body);
    let left = size;
    const write = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!sending.write(piece)) {
          sending.once('drain', write);
          return;
        }
      }
      sending.end();
    };
    write();
    return undefined;
  });
}
