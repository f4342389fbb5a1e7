import { connect } from 'node:net';

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

/** What a request is on the wire, head and body, so that it can be cut at any byte. */
export function onTheWire(method: string, path: string, headers: Record<string, string>, body: Buffer): Buffer {
  const length = method === 'GET' || method === 'HEAD' ? {} : { 'Content-Length': String(body.length) };
  const lines = Object.entries({ ...headers, ...length, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), body]);
}

/**
 * Sends bytes over a connection of their own.
 *
 * @param cutAt  closes it after so many of them; without it all are sent
 * @returns      null when there was no whole answer
 */
export function sendRaw(url: string, bytes: Buffer, cutAt = bytes.length): Promise<RawAnswer | null> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const pieces: Buffer[] = [];
    const isHead = bytes.subarray(0, 5).toString('latin1') === 'HEAD ';
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes.subarray(0, cutAt), () => {
        if (cutAt < bytes.length) socket.destroy();
      });
    });
    socket.setTimeout(30_000, () => socket.destroy());
    socket.on('data', (piece) => pieces.push(piece));
    // A reset is one more way to be cut off.
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(parse(Buffer.concat(pieces), isHead)));
  });
}

function parse(received: Buffer, isHead: boolean): RawAnswer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = received.subarray(end + 4);
  const status = Number(first.split(' ')[1]);
  const isCut = !isHead && body.length < Number(headers.get('Content-Length') ?? 0);
  return isCut ? null : { status, headers, body };
}
