import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { filesFolder } from '#app/platform/files.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, submitted, trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { endMembership } from '../commands/end-membership.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { action as autosave } from './autosave.ts';
import { action as details } from './details.tsx';
import { loader as media } from './media.ts';
import { action as question } from './question.tsx';
import { loader as staffMedia } from './staff-media.ts';
import { action as start } from './start.tsx';
import { action as submit } from './submit.tsx';
import { action as upload, loader as uploadHead } from './upload.ts';
import { piecePath } from './uploads.server.ts';
import { action as withdraw } from './withdraw.tsx';

const CLIP = readFileSync('db/story/clips/our-kitchen.mp4');
const ORIGIN = 'http://localhost:3000';

function office() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const sessions = createSessions(world);
  const context = (by: Id | null) => ({ portal: world.as(by), sessions }) as AppLoadContext;
  const questionId = call.questions[0]?.id ?? '';
  const mine = () => myApplication(world.as(amina), applicationId);
  return {
    world,
    call,
    amina,
    grace: staff.Grace ?? '',
    bo: world.person('Bo'),
    applicationId,
    questionId,
    context,
    mine,
  };
}

type Office = ReturnType<typeof office>;
type Handler = (args: ActionFunctionArgs) => unknown;

/** What a route answers: a status, and words where it gives any. Thrown answers are answers too. */
async function ask(
  handler: Handler,
  at: Office,
  request: RequestInit & { by?: Id | null; query?: string } = {},
  params: Record<string, string> = {},
) {
  const { by = at.amina, ...init } = request;
  const args = {
    request: new Request(`${ORIGIN}/apply`, { method: 'POST', ...init } as RequestInit),
    params: { applicationId: at.applicationId, questionId: at.questionId, ...params },
    context: at.context(by),
  } as unknown as ActionFunctionArgs;
  try {
    const answer = (await handler(args)) as Response | { data: Reply; init: { status: number } };
    if (answer instanceof Response) return { status: answer.status, headers: answer.headers, response: answer };
    return { status: answer.init.status, reply: answer.data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, headers: thrown.headers, thrown, to: thrown.headers.get('Location') };
  }
}

type Reply = { message: string | null; errors: Record<string, string>; typed: Record<string, string[]> };

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

function filmForm(text: string, film: Uint8Array, fileName = 'our; "kitchen" = film.mp4') {
  const body = new FormData();
  body.set('text', text);
  body.set('revision', '1');
  body.set('media', new File([film as BlobPart], fileName));
  return body;
}

describe('the start page', () => {
  it('leads to a draft, and says in words why it cannot', async () => {
    const at = office();
    const begun = await ask(start, at, { by: at.bo, body: form({}) }, { slug: at.call.slug });
    expect([begun.status, begun.to]).toEqual([303, expect.stringMatching(/^\/apply\/[0-9a-z]{20}$/)]);
    const refused = await ask(start, at, { by: at.grace, body: form({}) }, { slug: at.call.slug });
    expect([refused.status, refused.reply?.message]).toEqual([422, expect.stringContaining('cannot apply')]);
    expect((await ask(start, at, {}, { slug: 'nowhere' })).status).toBe(404);
    expect((await ask(start, at, { by: null }, { slug: at.call.slug })).to).toContain('/sign-in');
  });
});

describe('the details page', () => {
  it('saves what it understands and names what it does not, with everything typed', async () => {
    const at = office();
    const typed = { ...trialDetails(at.call), amountMinor: '', amount: 'a lot', city: 'Walsall', revision: '0' };
    const { status, reply } = await ask(details, at, { body: form(typed as Record<string, string>) });
    expect([status, reply?.errors.amount, reply?.typed.amount]).toEqual([422, expect.any(String), ['a lot']]);
    expect(at.mine()?.details).toMatchObject({ city: 'Walsall', amountMinor: 250_000 });
  });
  it('takes the name of an organisation for who would hold the money, and nothing for an answer too', async () => {
    const at = office();
    const send = (fields: Record<string, string>) => ask(details, at, { body: form({ city: 'Coventry', ...fields }) });
    expect((await send({ hostName: 'Harbour Trust' })).status).toBe(303);
    expect(at.mine()?.details).toMatchObject({ moneyHolder: 'host', hostName: 'Harbour Trust' });
    expect((await send({ moneyHolder: 'ourselves', hostName: 'Harbour Trust' })).status).toBe(303);
    expect(at.mine()?.details).toMatchObject({ moneyHolder: 'ourselves', hostName: '' });
    expect((await send({ moneyHolder: 'the bank' })).status).toBe(303);
    expect(at.mine()?.details).toMatchObject({ moneyHolder: '', hostName: '' });
    expect((await send({ moneyHolder: 'host', hostName: 'a'.repeat(101) })).reply?.errors.hostName).toBeDefined();
  });
  it('answers 409 with everything typed when the application was taken back meanwhile', async () => {
    const at = office();
    await ask(withdraw, at, { body: form({}) });
    const { status, reply } = await ask(details, at, { body: form({ city: 'Walsall', revision: '0' }) });
    expect([status, reply?.typed.city]).toEqual([409, ['Walsall']]);
    expect(at.mine()?.details.city).toBe('Coventry');
  });
  it('answers 409 with everything typed when another window has saved', async () => {
    const at = office();
    await ask(details, at, { body: form({ city: 'Coventry', revision: '0' }) });
    const { status, reply } = await ask(details, at, { body: form({ city: 'Walsall', revision: '0' }) });
    expect([status, reply?.typed.city]).toEqual([409, ['Walsall']]);
    expect(at.mine()?.details.city).toBe('Coventry');
  });
});

describe('the question page without scripts', () => {
  it('saves the text and goes on', async () => {
    const at = office();
    const list = await ask(question, at, { body: form({ text: 'Tea', revision: '1', intent: 'list' }) });
    expect([list.status, list.to]).toEqual([303, `/apply/${at.applicationId}`]);
    const next = await ask(question, at, { body: form({ text: 'Tea', revision: '2', intent: 'next' }) });
    expect(next.to).toBe(`/apply/${at.applicationId}/questions/${at.call.questions[1]?.id}`);
    expect(at.mine()?.questions[0]?.text).toBe('Tea');
  });
  it('takes a film and the text in one form, whatever the file is called', async () => {
    const at = office();
    expect((await ask(question, at, { body: filmForm('Tea', CLIP) })).status).toBe(303);
    expect(at.mine()?.questions[0]).toMatchObject({ text: 'Tea', recorded: { mime: 'video/mp4' }, arriving: null });
  });
  it('saves the text even when the film is refused, and says why', async () => {
    const at = office();
    const { status, reply } = await ask(question, at, { body: filmForm('Tea', Buffer.from('only words')) });
    expect([status, reply?.errors.media]).toEqual([422, expect.stringContaining('not a recording')]);
    expect(at.mine()?.questions[0]).toMatchObject({ text: 'Tea', recorded: null });
  });
  it('takes the video off again', async () => {
    const at = office();
    await ask(question, at, { body: filmForm('Tea', CLIP) });
    await ask(question, at, { body: form({ text: 'Tea', revision: '2', intent: 'remove-media' }) });
    expect(at.mine()?.questions[0]).toMatchObject({ text: 'Tea', recorded: null });
    expect(readdirSync(join(at.world.env.DATA_DIR, 'files'))).toEqual([]);
  });
  it('answers 409 with both texts when another window has saved', async () => {
    const at = office();
    await ask(question, at, { body: form({ text: 'from the bus', revision: '1' }) });
    const { status, reply } = await ask(question, at, { body: form({ text: 'from home', revision: '1' }) });
    expect([status, reply?.typed.text]).toEqual([409, ['from home']]);
    expect(at.mine()?.questions[0]?.text).toBe('from the bus');
  });
  it('answers 409 with everything typed when the application was sent meanwhile', async () => {
    const at = office();
    await ask(submit, at);
    const { status, reply } = await ask(question, at, { body: form({ text: 'One more thing', revision: '1' }) });
    expect([status, reply?.typed.text]).toEqual([409, ['One more thing']]);
    expect(at.mine()?.questions[0]?.text).not.toBe('One more thing');
    const film = await ask(question, at, { body: filmForm('And a film', CLIP) });
    expect([film.status, film.reply?.typed.text]).toEqual([409, ['And a film']]);
    expect(film.reply?.errors.media).toContain('can no longer be changed');
  });
  it('still saves words when the call has closed, and says why a film comes too late', async () => {
    const at = office();
    at.world.moveTo(at.call.closesAt);
    expect((await ask(question, at, { body: form({ text: 'Tea', revision: '1' }) })).status).toBe(303);
    expect(at.mine()?.questions[0]?.text).toBe('Tea');
    const film = await ask(question, at, { body: filmForm('Tea', CLIP) });
    expect([film.status, film.reply?.errors.media]).toEqual([422, expect.stringMatching(/closed .* (GMT|BST)/)]);
  });
  it('does not know anybody else', async () => {
    const at = office();
    expect((await ask(question, at, { by: at.bo, body: form({ text: 'x' }) })).status).toBe(404);
    expect((await ask(question, at, { by: at.grace, body: form({ text: 'x' }) })).status).toBe(404);
    expect((await ask(question, at, { body: form({ text: 'x' }) }, { questionId: 'none' })).status).toBe(404);
  });
  it('answers 400 to a form that stops in the middle', async () => {
    const at = office();
    const headers = { 'Content-Type': 'multipart/form-data; boundary=cut' };
    const body = '--cut\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf';
    expect((await ask(question, at, { body, headers })).status).toBe(400);
  });
});

describe('saving while writing', () => {
  const save = async (at: Office, fields: Record<string, string>, by: Id | null = at.amina) => {
    const { status, response } = await ask(autosave, at, { by, body: form(fields) });
    return [status, await response?.json()];
  };
  it('answers with the new revision', async () => {
    const at = office();
    const saved = { state: 'saved', revision: 2, errors: {} };
    expect(await save(at, { what: at.questionId, text: 'Tea', revision: '1' })).toEqual([200, saved]);
    expect(await save(at, { what: at.questionId, text: 'Tea', revision: '1' })).toEqual([200, saved]);
  });
  it('answers 409 with the other text', async () => {
    const at = office();
    await save(at, { what: at.questionId, text: 'from the bus', revision: '1' });
    const conflict = { state: 'changed-elsewhere', revision: 2, stored: { text: 'from the bus' }, by: null };
    expect(await save(at, { what: at.questionId, text: 'from home', revision: '1' })).toEqual([409, conflict]);
  });
  it('names who wrote the other text, and when', async () => {
    const at = office();
    inTeam(at.world, at.amina, at.applicationId, at.bo, 'edit');
    await save(at, { what: at.questionId, text: 'with bread', revision: '1' }, at.bo);
    const [status, told] = await save(at, { what: at.questionId, text: 'with soup', revision: '1' });
    expect([status, told.by, told.stored]).toEqual([
      409,
      expect.stringMatching(/^Bo saved this at \d\d:\d\d$/),
      { text: 'with bread' },
    ]);
  });
  it('tells somebody whose tab was open when they were taken out of the team, and loses nothing', async () => {
    const at = office();
    inTeam(at.world, at.amina, at.applicationId, at.bo, 'edit');
    endMembership(at.world.as(at.amina), at.applicationId, at.bo);
    const words = { what: at.questionId, text: 'My last words', revision: '1' };
    expect(await save(at, words, at.bo)).toEqual([403, { state: 'left-team' }]);
    const answers = await Promise.all([
      ask(question, at, { by: at.bo, body: form(words) }),
      ask(details, at, { by: at.bo, body: form({ title: 'My last words', revision: '0' }) }),
    ]);
    for (const { status, thrown } of answers) {
      expect([status, await thrown?.json()]).toEqual([
        403,
        { kept: expect.objectContaining({ texts: expect.arrayContaining(['My last words']) }) },
      ]);
    }
    expect(at.mine()?.questions[0]?.text).not.toBe('My last words');
  });
  it('tells somebody who may only read now', async () => {
    const at = office();
    inTeam(at.world, at.amina, at.applicationId, at.bo, 'view');
    const words = { what: at.questionId, text: 'My words', revision: '1' };
    expect(await save(at, words, at.bo)).toEqual([403, { state: 'may-not-edit' }]);
    expect((await ask(question, at, { by: at.bo, body: form(words) })).status).toBe(403);
    expect((await ask(submit, at, { by: at.bo })).status).toBe(404);
  });
  it('saves the details, with a word about what it did not understand', async () => {
    const at = office();
    const [status, answer] = await save(at, { what: 'details', city: 'Walsall', amount: 'a lot', revision: '0' });
    expect([status, answer]).toMatchObject([200, { state: 'saved', errors: { amount: expect.any(String) } }]);
    const [, conflict] = await save(at, { what: 'details', city: 'Dudley', amount: '2,500.50', revision: '0' });
    expect(conflict).toMatchObject({ state: 'changed-elsewhere', stored: { city: 'Walsall', amount: '2500' } });
  });
  it('never answers with a page: signed out, somebody else’s, already sent', async () => {
    const at = office();
    expect(await save(at, { what: at.questionId, text: 'x' }, null)).toEqual([401, { state: 'signed-out' }]);
    expect(await save(at, { what: at.questionId, text: 'x' }, at.bo)).toEqual([404, { state: 'not-found' }]);
    expect(await save(at, { what: 'nothing', text: 'x' })).toEqual([404, { state: 'not-found' }]);
    await ask(submit, at);
    expect(await save(at, { what: at.questionId, text: 'x', revision: '1' })).toEqual([410, { state: 'frozen' }]);
  });
});

describe('sending', () => {
  it('leads to the receipt', async () => {
    const at = office();
    expect((await ask(submit, at)).to).toBe(`/apply/${at.applicationId}/received`);
  });
  it('is refused from the closing instant on, in the call’s time zone, and keeps the draft', async () => {
    const at = office();
    at.world.moveTo(at.call.closesAt);
    const { status, reply } = await ask(submit, at);
    expect([status, reply?.message]).toEqual([422, expect.stringMatching(/closed .* (GMT|BST)/)]);
    expect(at.mine()?.state).toBe('draft');
  });
  it('is nobody else’s', async () => {
    const at = office();
    expect((await ask(submit, at, { by: at.bo })).status).toBe(404);
    expect((await ask(withdraw, at, { by: at.bo, body: form({}) })).status).toBe(404);
  });
});

describe('a resumable upload', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const announce = (at: Office, extra: Record<string, string> = {}, bytes = CLIP.length) => {
    const said = { application: at.applicationId, question: at.questionId, filename: 'kitchen.mp4', ...extra };
    return {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(bytes),
      'Upload-Metadata': Object.entries(said)
        .map(([name, value]) => `${name} ${base64(value)}`)
        .join(','),
    };
  };
  const patch = (offset: number) => ({
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  });
  const begin = async (at: Office, extra: Record<string, string> = {}) => {
    const { status, headers } = await ask(upload, at, { headers: announce(at, extra) }, { '*': '' });
    const location = headers?.get('Location') ?? '';
    return { status, location, '*': location.split('/').pop() ?? '' };
  };
  /** A piece, over a connection: it is answered before the routes. */
  const send = async (at: Office, to: { '*': string }, from: number, until: number, by: Id | null = at.amina) => {
    const take = piecePath(async () => ({ context: at.context(by), setCookie: null }));
    const server = createServer((incoming, outgoing) => {
      void take(incoming, outgoing, new URL(incoming.url ?? '', ORIGIN));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/apply/upload/${to['*']}`;
    const body = CLIP.subarray(from, until);
    const answer = await fetch(address, { method: 'PATCH', headers: { ...patch(from), Connection: 'close' }, body });
    const words = await answer.text();
    server.close();
    return { status: answer.status, words };
  };
  const offset = async (at: Office, to: { '*': string }, by = at.amina) => {
    const handler: Handler = (args) => uploadHead({ ...args, request: withAddress(args.request, to['*']) });
    const { status, headers } = await ask(
      handler,
      at,
      { by, method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } },
      to,
    );
    return status === 200 ? Number(headers?.get('Upload-Offset')) : status;
  };
  /** The upload's own address, as a browser would use it. */
  const withAddress = (request: Request, id: string) => {
    const { method, headers, body } = request;
    return new Request(`${ORIGIN}/apply/upload/${id}`, { method, headers, body, duplex: 'half' } as RequestInit);
  };

  it('arrives in pieces, is taken up where it stopped, and becomes the answer', async () => {
    const at = office();
    const to = await begin(at, { sha256: sha256Hex(CLIP) });
    expect([to.status, to.location]).toEqual([201, `/apply/upload/${to['*']}`]);
    expect(await offset(at, to)).toBe(0);
    expect((await send(at, to, 0, 20_000)).status).toBe(204);
    expect(await offset(at, to)).toBe(20_000);
    expect((await send(at, to, 0, 10)).status).toBe(409);
    expect(at.mine()?.gaps.map((gap) => gap.kind)).toEqual(['video-not-ready']);
    expect((await send(at, to, 20_000, CLIP.length)).status).toBe(204);
    expect(at.mine()?.questions[0]).toMatchObject({ recorded: { mime: 'video/mp4' }, arriving: null });
    // A sender who missed the last answer hears that it is whole, and does not send it again.
    expect(await offset(at, to)).toBe(CLIP.length);
    expect((await send(at, to, 20_000, CLIP.length)).status).toBe(404);
  });
  it('is judged when its sender asks, if the last byte came just before a restart', async () => {
    const at = office();
    const to = await begin(at);
    writeFileSync(join(at.world.env.DATA_DIR, 'arrivals', to['*']), CLIP);
    expect(await offset(at, to)).toBe(CLIP.length);
    expect(at.mine()?.questions[0]).toMatchObject({ recorded: { mime: 'video/mp4' }, arriving: null });
  });
  it('is judged when its sender asks, if the judge was stopped half way', async () => {
    const at = office();
    const to = await begin(at);
    writeFileSync(join(filesFolder(at.world.env), to['*']), CLIP);
    at.world.db.$client.exec(`update media set state = 'probing' where id = '${to['*']}'`);
    expect((await send(at, to, 0, 10)).status).toBe(404);
    expect(await offset(at, to)).toBe(CLIP.length);
    expect(at.mine()?.questions[0]).toMatchObject({ recorded: { mime: 'video/mp4' }, arriving: null });
  });
  it('is rejected when the bytes are not those that were promised', async () => {
    const at = office();
    const to = await begin(at, { sha256: 'f'.repeat(64) });
    await send(at, to, 0, CLIP.length);
    expect(at.mine()?.questions[0]?.arriving).toMatchObject({ state: 'rejected', rejectedReason: 'damaged' });
  });
  it('is refused before the first byte when it is too large, with words', async () => {
    const at = office();
    const headers = announce(at, {}, 500 * 1024 * 1024 + 1);
    const { status, response } = await ask(upload, at, { headers }, { '*': '' });
    expect([status, await response?.text()]).toEqual([422, expect.stringContaining('500 MB')]);
  });
  it('is refused before the first byte when there is none, with words', async () => {
    const at = office();
    const { status, response } = await ask(upload, at, { headers: announce(at, {}, 0) }, { '*': '' });
    expect([status, await response?.text()]).toEqual([422, 'This file is empty. Choose another one.']);
  });
  it('gives way to one that was begun in another tab, which is told in words and arrives whole', async () => {
    const at = office();
    const first = await begin(at);
    expect((await send(at, first, 0, 20_000)).status).toBe(204);
    const second = await begin(at);
    const late = await send(at, first, 20_000, CLIP.length);
    expect([late.status, late.words]).toEqual([404, expect.stringContaining('Another one was begun in its place')]);
    expect((await send(at, second, 0, CLIP.length)).status).toBe(204);
    expect(at.mine()?.questions[0]).toMatchObject({ recorded: { id: second['*'] }, arriving: null });
  });
  it('is rejected with words when it only pretends to be a film', async () => {
    const at = office();
    const lie = Buffer.from('#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1/secret.ts\n');
    const answer = await ask(question, at, { body: filmForm('Tea', lie) });
    expect(answer.status).toBe(422);
    expect(at.mine()?.questions[0]).toMatchObject({ text: 'Tea', recorded: null });
  });
  it('is refused before the first byte when the application holds too much, with words', async () => {
    const at = office();
    const others = at.call.questions.filter((asked) => asked.byVideo && asked.id !== at.questionId);
    for (const { id } of others) await ask(upload, at, { headers: announce(at, { question: id }) }, { '*': '' });
    expect(others.length).toBeGreaterThan(1);
    const [first] = others;
    // A column may not hold more than one film has; the rest of the two gigabytes is written into the sum.
    at.world.db.$client.exec(`pragma ignore_check_constraints = 1; update media set bytes = 2 * 1024 * 1024 * 1024
      where question_id = '${first?.id}'`);
    const { status, response } = await ask(upload, at, { headers: announce(at) }, { '*': '' });
    expect([status, await response?.text()]).toEqual([422, expect.stringContaining('2 GB')]);
  });
  it('is its sender’s alone', async () => {
    const at = office();
    const to = await begin(at);
    expect((await send(at, to, 0, 10, at.bo)).status).toBe(404);
    expect(await offset(at, to, at.bo)).toBe(404);
    expect((await ask(upload, at, { by: at.bo, headers: announce(at) }, { '*': '' })).status).toBe(404);
    expect((await ask(upload, at, { by: null, headers: announce(at) }, { '*': '' })).status).toBe(401);
    expect((await ask(upload, at, { headers: { 'Tus-Resumable': '1.0.0' } }, { '*': '' })).status).toBe(400);
  });
  it('can be given up', async () => {
    const at = office();
    const to = await begin(at);
    expect((await ask(upload, at, { method: 'DELETE' }, { '*': to['*'] })).status).toBe(204);
    expect([at.mine()?.gaps, await offset(at, to)]).toEqual([[], 404]);
  });
  it('takes up no place outside of its folder', async () => {
    const at = office();
    expect(await offset(at, { '*': '../portal.db' })).toBe(404);
  });
});

describe('watching a recording', () => {
  it('is for its applicant, and for the manager once it was sent', async () => {
    const at = office();
    await ask(question, at, { body: filmForm('Tea', CLIP) });
    const mediaId = at.mine()?.questions[0]?.recorded?.id ?? '';
    const watch = async (handler: Handler, by: Id) =>
      (await ask(handler, at, { by, method: 'GET' }, { mediaId })).status;
    expect(await watch(media, at.amina)).toBe(200);
    expect(await watch(media, at.bo)).toBe(404);
    expect(await watch(media, at.grace)).toBe(404);
    expect(await watch(staffMedia, at.grace)).toBe(404);
    await ask(submit, at);
    expect(await watch(staffMedia, at.grace)).toBe(200);
    expect(await watch(staffMedia, at.amina)).toBe(404);
    await ask(withdraw, at, { body: form({}) });
    expect(await watch(staffMedia, at.grace)).toBe(404);
    expect(submitted(at.world, at.bo, at.call)).toMatch(/^[0-9a-z]{20}$/);
  });
});
