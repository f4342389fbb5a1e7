import { type AddressInfo, connect, createServer } from 'node:net';

/** A wire to a portal that can be cut in the middle of what is being sent. */
export type Wire = {
  readonly url: string;
  /** Cuts the next connection that sends more than so many bytes, once. */
  cutAfter(bytes: number): void;
  close(): void;
};

export async function wireTo(url: string): Promise<Wire> {
  let bytesLeft = Number.POSITIVE_INFINITY;
  const server = createServer((phone) => {
    const portal = connect(Number(new URL(url).port), '127.0.0.1');
    phone.on('data', (chunk) => {
      portal.write(chunk);
      if (chunk.length < bytesLeft) {
        bytesLeft -= chunk.length;
        return;
      }
      bytesLeft = Number.POSITIVE_INFINITY;
      phone.destroy();
      portal.end();
    });
    portal.on('data', (chunk) => phone.write(chunk));
    for (const [end, other] of [
      [phone, portal],
      [portal, phone],
    ] as const) {
      // A reset is what a cut looks like from the other end.
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cutAfter(bytes) {
      bytesLeft = bytes;
    },
    close() {
      server.close();
    },
  };
}
