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
  throw response.status === 400 ? new NeverDeliverable(sentence) : new Error(sentence);
}

const ON_ITS_WAY = new Set(['created', 'sending', 'pending', 'sent']);

/**
 * Asks what became of the messages that left by Notify in the last days. One that did not arrive becomes a failed one,
 * which staff see in the outbox and can follow by telephone.
 */
async function checkDeliveries(client: Client, context: Context): Promise<{ final: number }> {
  const open = context.db
    .select({ id: message.id, providerId: message.providerId })
    .from(message)
    .where(and(isNotNull(message.providerId), isNull(message.delivery), gt(message.sentAt, context.now - ASKED_FOR)))
    .orderBy(asc(message.sentAt))
    .limit(ASKED_AT_ONCE)
    .all();
  let final = 0;
  for (const { id, providerId } of open) {
    const { data } = await client.getNotificationById(providerId ?? '').catch(inWords);
    if (ON_ITS_WAY.has(data.status)) continue;
    const arrived = data.status === 'delivered';
    context.db
      .update(message)
      .set({
        delivery: data.status,
        ...(arrived ? {} : { state: 'failed', triedAt: context.now, lastError: `GOV.UK Notify: ${data.status}` }),
      })
      .where(eq(message.id, id))
      .run();
    final += 1;
  }
  return { final };
}
