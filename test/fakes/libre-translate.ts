import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = { q?: string; source?: string; target?: string; format?: string; api_key?: string };

/**
 * A machine like LibreTranslate, over HTTP. It knows what it was taught and marks the rest, counts the letters of a
 * text, asks for its key, tires of being asked, keeps a list of all it was shown, and can be slow or closed.
 *
 * @source https://docs.libretranslate.com
 */
export class FakeLibreTranslate {
  readonly key = 'c8f2b1de-51b9-4c8b-8e0d-1f5f2b9a7d43';
  readonly shown: Asked[] = [];
  textLimit = 5_000;
  requestsLeft = 100;
  delayMs = 0;
  isOpen = true;
  /** Where it sends whoever asks, instead of answering. */
  movedTo: string | null = null;
  readonly #pairs: ReadonlySet<string>;
  readonly #taught = new Map<string, string>();
  #server: Server | undefined;

  /** @param pairs  the ways it translates: "ar>en" */
  constructor(pairs: readonly string[] = ['ar>en', 'en>ar']) {
    this.#pairs = new Set(pairs);
  }

  teach(text: string, target: string, translation: string): void {
    this.#taught.set(`${target} ${text}`, translation);
  }

  async open(): Promise<string> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.movedTo !== null) {
      response.writeHead(307, { Location: this.movedTo }).end();
      return;
    }
    const { status, said } = this.#said(request, body);
    response.writeHead(status, { 'Content-Type': this.isOpen ? 'application/json' : 'text/html' });
    response.end(this.isOpen ? JSON.stringify(said) : '<h1>Bad gateway</h1>');
  }

  #said(request: IncomingMessage, body: string): { status: number; said: object } {
    const refuse = (status: number, error: string) => ({ status, said: { error } });
    if (!this.isOpen) return refuse(502, 'Bad gateway');
    if (request.method !== 'POST' || request.url !== '/translate') return refuse(404, 'Not found');
    const asked = JSON.parse(body) as Asked;
    const { q = '', source = '', target = '' } = asked;
    if (asked.api_key !== this.key) return refuse(403, 'Invalid API key');
    if (this.requestsLeft === 0) return refuse(429, 'Slowdown: too many requests');
    this.requestsLeft -= 1;
    this.shown.push(asked);
    if (q === '') return refuse(400, 'Invalid request: missing q parameter');
    if (q.length > this.textLimit) {
      return refuse(400, `Invalid request: request (${q.length}) exceeds text limit (${this.textLimit})`);
    }
    if (!this.#pairs.has(`${source}>${target}`)) return refuse(400, `${target} is not supported`);
    return { status: 200, said: { translatedText: this.#taught.get(`${target} ${q}`) ?? `[${target}] ${q}` } };
  }
}
