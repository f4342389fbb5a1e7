import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { DAY } from '#app/kernel/instant.ts';
import { type Channel, message } from '#db/schema/platform.ts';
import type { Context } from './context.server.ts';
import type { Env } from './env.server.ts';
import { type Carrier, NeverDeliverable } from './mailer.server.ts';

/** What we use of GOV.UK Notify's client, in the shape of its answers. */
type Client = {
  sendSms(templateId: string, to: string, options: Options): Promise<{ data: { id: string } }>;
  sendEmail(templateId: string, to: string, options: Options): Promise<{ data: { id: string } }>;
  getNotifications(
    type: Channel,
    status: undefined,
    reference: string,
  ): Promise<{ data: { notifications: readonly { id: string }[] } }>;
  getNotificationById(id: string): Promise<{ data: { status: string } }>;
};
type Options = { personalisation: Record<string, string>; reference: string };

/** Notify tries a telephone that is off for three days, then says so. */
const ASKED_FOR = 4 * DAY;
const ASKED_AT_ONCE = 50;

/**
 * GOV.UK Notify as carriers for the channels that have a template, and as the one who knows what arrived.
 * A template holds nothing but ((subject)) and ((body)), or ((body)) for text messages: the words are ours.
 *
 * @returns null without a key
 * @source  https://docs.notifications.service.gov.uk/node.html
 */
export async function notifyOf(env: Env) {
  if (env.NOTIFY_API_KEY === undefined) return null;
  // Loaded only where it is set up: it brings an HTTP client of its own.
  const { NotifyClient } = await import('notifications-node-client');
  const client = new NotifyClient(env.NOTIFY_URL, env.NOTIFY_API_KEY) as unknown as Client;
  const { NOTIFY_SMS_TEMPLATE: sms, NOTIFY_EMAIL_TEMPLATE: email } = env;
  return {
    sms: sms === undefined ? undefined : carrier(client, 'sms', sms),
    email: email === undefined ? undefined : carrier(client, 'email', email),
    checkDeliveries: (context: Context) => checkDeliveries(client, context),
  };
}

function carrier(client: Client, channel: Channel, templateId: string): Carrier {
  return async (context, row, { subject, text }) => {
    // Notify sends whatever it is given as often as it is given it: after a try with no answer we ask first.
    if (row.triedAt !== null) {
      const known = await client.getNotifications(channel, undefined, row.id).catch(inWords);
      const [taken] = known.data.notifications;
      if (taken !== undefined) return { providerId: taken.id };
    }
    context.db.update(message).set({ triedAt: context.now }).where(eq(message.id, row.id)).run();
    const personalisation: Options['personalisation'] = channel === 'sms' ? { body: text } : { subject, body: text };
    const send = channel === 'sms' ? client.sendSms : client.sendEmail;
    const answer = await send
      .call(client, templateId, row.recipient, { personalisation, reference: row.id })
      .catch(inWords);
    return { providerId: answer.data.id };
  };
}

/** An axios error prints the request with its key; only what Notify said may be kept. */
function inWords(error: unknown): never {
  const { response, code } = error as {
    response?: { status: number; data?: { errors?: readonly { message: string }[] } };
    code?: string;
  };
  if (response === undefined) throw new Error(`GOV.UK Notify did not answer (${code ?? 'no connection'})`);
  const said = response.data?.errors?.map((one) => one.message).join('; ') ?? '';
  const sentence = `GOV.UK Notify answered ${response.status}: ${said}`;
  if (response.status === 400) throw new NeverDeliverable(sentence);
  throw Object.assign(new Error(sentence), { status: response.status });
}

const statusOf = (error: unknown) => (error as { status?: number }).status;

const ON_ITS_WAY = new Set(['created', 'sending', 'pending']);
/** Beyond some borders nobody reports more than that a text was sent. */
const ARRIVED = new Set(['delivered', 'sent']);
/** What we write down when Notify has deleted its own record before we asked. */
const FORGOTTEN = 'forgotten';

/**
 * Asks what became of the messages that left by Notify in the last days, those first that were not asked about for
 * longest. One that did not arrive becomes a failed one, which staff see in the outbox and can follow by telephone.
 *
 * @returns  how many are settled now, and how many answers did not come and are asked for again
 */
async function checkDeliveries(client: Client, context: Context): Promise<{ final: number; unanswered: number }> {
  const open = context.db
    .select({ id: message.id, providerId: message.providerId })
    .from(message)
    .where(and(isNotNull(message.providerId), isNull(message.delivery), gt(message.sentAt, context.now - ASKED_FOR)))
    .orderBy(asc(message.askedAt), asc(message.sentAt))
    .limit(ASKED_AT_ONCE)
    .all();
  const outcome = { final: 0, unanswered: 0 };
  for (const { id, providerId } of open) {
    const note = (set: Partial<typeof message.$inferInsert>) =>
      context.db.update(message).set(set).where(eq(message.id, id)).run();
    note({ askedAt: context.now });
    try {
      const status = await deliveryOf(client, providerId ?? '');
      if (ON_ITS_WAY.has(status)) continue;
      const isLost = !ARRIVED.has(status) && status !== FORGOTTEN;
      const lost = { state: 'failed', triedAt: context.now, lastError: `GOV.UK Notify: ${status}` } as const;
      note({ delivery: status, ...(isLost ? lost : {}) });
      outcome.final += 1;
    } catch (error) {
      context.log.warn({ message: id, error: String(error) }, 'nobody said yet whether a message arrived');
      outcome.unanswered += 1;
      // We have asked too often: the rest has its turn next time.
      if (statusOf(error) === 429) break;
    }
  }
  return outcome;
}

async function deliveryOf(client: Client, providerId: string): Promise<string> {
  try {
    return (await client.getNotificationById(providerId).catch(inWords)).data.status;
  } catch (error) {
    if (statusOf(error) === 404) return FORGOTTEN;
    throw error;
  }
}
