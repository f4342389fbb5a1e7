/** A text field longer than this did not come from a form of ours. */
const TEXT_BYTES_MAX = 512 * 1024;
const HEADER_BYTES_MAX = 16 * 1024;
const FIELDS_MAX = 100;

export type UploadedFile = {
  readonly field: string;
  readonly fileName: string;
  /** The text fields that came before it. */
  readonly before: FormData;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** The body is no multipart form, stops in the middle, or is out of all proportion. Nobody's browser sends that. */
export class MalformedFormError extends Error {
  override name = 'MalformedFormError';
}

export function isUploadForm(request: Request): boolean {
  return request.headers.get('Content-Type')?.startsWith('multipart/form-data') ?? false;
}

/**
 * Reads a multipart form while it arrives: text fields into memory, each chosen file straight to whoever takes it.
 *
 * @param takeFile  reads `chunks` to the end or stops early: what it leaves is read and thrown away
 * @returns         the text fields
 * @throws          MalformedFormError
 * @source          RFC 7578; file names as browsers write them, see the HTML standard, "multipart form data"
 */
export async function readUploadForm(
  request: Request,
  takeFile: (file: UploadedFile) => Promise<void>,
): Promise<FormData> {
  const boundary = /boundary="?([^";]{1,70})"?/.exec(request.headers.get('Content-Type') ?? '')?.[1];
  if (boundary === undefined || request.body === null) throw new MalformedFormError('no multipart form');
  const body = new PartReader(request.body as unknown as AsyncIterable<Uint8Array>, `\r\n--${boundary}`);
  const form = new FormData();
  await drain(body.part());
  for (let fields = 0; await body.hasNext(); fields += 1) {
    if (fields === FIELDS_MAX) throw new MalformedFormError('too many fields');
    const { name, fileName } = namesIn(await body.headers());
    const chunks = body.part();
    if (fileName === null) form.append(name, await readText(chunks));
    else if (fileName !== '') await takeFile({ field: name, fileName, before: form, chunks: unclosable(chunks) });
    await drain(chunks);
  }
  return form;
}

/** Cuts a stream of bytes at a delimiter and never holds more than one chunk of it. */
class PartReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  /** The first delimiter has no line before it; this gives it one. */
  #buffer = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Uint8Array>, delimiter: string) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(delimiter);
  }

  /** After a delimiter: whether another part follows or the form is over. */
  async hasNext(): Promise<boolean> {
    while (this.#buffer.length < 2) await this.#fill();
    const mark = this.#take(2).toString('latin1');
    if (mark !== '--' && mark !== '\r\n') throw new MalformedFormError('a boundary must end its line');
    return mark === '\r\n';
  }

  async headers(): Promise<string> {
    let end = this.#buffer.indexOf('\r\n\r\n');
    while (end === -1) {
      if (this.#buffer.length > HEADER_BYTES_MAX) throw new MalformedFormError('headers do not end');
      await this.#fill();
      end = this.#buffer.indexOf('\r\n\r\n');
    }
    return this.#take(end + 4).toString('utf8');
  }

  /** Everything up to the next delimiter. Read it to its end before asking for anything else. */
  async *part(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const end = this.#buffer.indexOf(this.#delimiter);
      if (end >= 0) {
        const last = this.#take(end);
        this.#take(this.#delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // The delimiter may have begun in the last bytes.
      const safe = this.#buffer.length - this.#delimiter.length + 1;
      if (safe > 0) yield this.#take(safe);
      await this.#fill();
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#buffer.subarray(0, bytes);
    this.#buffer = this.#buffer.subarray(bytes);
    return taken;
  }

  async #fill(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw new MalformedFormError('the form stops in the middle');
    this.#buffer = Buffer.concat([this.#buffer, next.value]);
  }
}

function namesIn(headers: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(headers)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) throw new MalformedFormError('a part has no name');
  const fileName = /;\s*filename="([^"]*)"/.exec(disposition)?.[1];
  return { name: unescapeName(name), fileName: fileName === undefined ? null : baseName(unescapeName(fileName)) };
}

/** Browsers write a quotation mark as %22 and leave the rest alone. */
function unescapeName(text: string): string {
  return text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

function baseName(path: string): string {
  return path.split(/[/\\]/).pop() ?? '';
}

/** Leaving a `for await` early would close the generator, and with it the rest of the form. */
function unclosable(chunks: AsyncGenerator<Uint8Array, void>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}

async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > TEXT_BYTES_MAX) throw new MalformedFormError('a text field is too long');
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}
