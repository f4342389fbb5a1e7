import type { Env } from './env.server.ts';

type Settings = Pick<Env, 'SMTP_URL' | 'NOTIFY_EMAIL_TEMPLATE' | 'NOTIFY_SMS_TEMPLATE'>;

/** Whether letters leave this portal by e-mail; without it they are kept for staff to read. */
export function sendsEmail(env: Settings): boolean {
  return env.SMTP_URL !== undefined || env.NOTIFY_EMAIL_TEMPLATE !== undefined;
}

/** Whether this portal can send text messages to telephones. */
export function sendsTexts(env: Settings): boolean {
  return env.NOTIFY_SMS_TEMPLATE !== undefined;
}
