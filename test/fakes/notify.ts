import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';

type Notification = {
  id: string;
  reference: string;
  type: 'sms' | 'email';
  to: string;
  personalisation: Record<string, string>;
  status: string;
};

/**
 * A post office like GOV.UK Notify, over HTTP: it checks the signature of each request, keeps what it takes, takes the
 * same thing twice when it is told twice, refuses what is no telephone number, forgets what is old, answers only so many
 * questions, and can be closed or lose its answers.
 *
 * @source https://docs.notifications.service.gov.uk/rest-api.html
 */
export class FakeNotify {
  readonly key = `portal-${SERVICE}-${SECRET}`;
  readonly smsTemplate = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
  readonly emailTemplate = '9d751e0e-f929-4891-82a1-a3e1c3c18ee3';
  readonly taken: Notification[] = [];
  requests = 0;
  isOpen = true;
  /** Takes the next message and drops the line before it says so. */
  losesNextAnswer = false;
  /** How many more questions about messages it answers before it says that it is asked too often. */
  questionsLeft = Number.POSITIVE_INFINITY;
  #server: Server | undefined;
  readonly #forgotten = new Set<string>();

  async open(): Promise<string> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** What the telephone company says in the end. */
  settle(to: string, status: 'delivered' | 'sent' | 'permanent-failure' | 'temporary-failure'): void {
    for (const one of this.taken) if (one.to === to) one.status = status;
  }

  /** What it does after its days of retention. */
  forget(to: string): void {
    for (const one of this.taken) if (one.to === to) this.#forgotten.add(one.id);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    this.requests += 1;
    const body = await textOf(request);
    const say = (status: number, answer: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer));
    };
    const refuse = (status: number, error: string, message: string) =>
      say(status, { status_code: status, errors: [{ error, message }] });
    if (!this.isOpen) return refuse(503, 'Exception', 'Internal server error');
    if (!isSigned(request.headers.authorization)) return refuse(403, 'AuthError', 'Invalid token: API key not found');
    const url = new URL(request.url ?? '/', 'http://notify.example');
    if (request.method === 'POST') return this.#take(url, JSON.parse(body), { say, refuse }, request);
    const id = /^\/v2\/notifications\/([^/]+)$/.exec(url.pathname)?.[1];
    if (id !== undefined) {
      this.questionsLeft -= 1;
      if (this.questionsLeft < 0) return refuse(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE');
      const known = this.taken.find((one) => one.id === id && !this.#forgotten.has(id));
      return known === undefined ? refuse(404, 'NoResultFound', 'No result found') : say(200, known);
    }
    const reference = url.searchParams.get('reference');
    const type = url.searchParams.get('template_type');
    return say(200, { notifications: this.taken.filter((one) => one.reference === reference && one.type === type) });
  }

  #take(
    url: URL,
    asked: Record<string, never>,
    {
      say,
      refuse,
    }: { say: (status: number, answer: unknown) => unknown; refuse: (...answer: [number, string, string]) => unknown },
    request: IncomingMessage,
  ): unknown {
    const type = url.pathname.endsWith('/sms') ? 'sms' : 'email';
    const to = String((type === 'sms' ? asked.phone_number : asked.email_address) ?? '');
    const template = type === 'sms' ? this.smsTemplate : this.emailTemplate;
    const personalisation = (asked.personalisation ?? {}) as Record<string, string>;
    const wanted = type === 'sms' ? ['body'] : ['subject', 'body'];
    const missing = wanted.filter((name) => !(name in personalisation));
    if (asked.template_id !== template) return refuse(400, 'BadRequestError', 'Template not found');
    if (missing.length > 0) return refuse(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`);
    if (type === 'sms' && !/^\+?[0-9]{10,15}$/.test(to))
      return refuse(400, 'ValidationError', 'phone_number Not enough digits');
    const taken: Notification = {
      id: randomUUID(),
      reference: String(asked.reference ?? ''),
      type,
      to,
      personalisation,
      status: 'sending',
    };
    this.taken.push(taken);
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false;
      return request.socket.destroy();
    }
    return say(201, { id: taken.id, reference: taken.reference, content: { body: personalisation.body } });
  }
}

function isSigned(authorization: string | undefined): boolean {
  const [head = '', claims = '', signature = ''] = (authorization ?? '').replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
  return signature === expected && JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}').iss === SERVICE;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
