import { z } from 'zod';
import { isLoopback } from './loopback.ts';

const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(65535, 'must be below 65536');
const onOff = z.enum(['0', '1'], 'must be 0 or 1').transform((text) => text === '1');
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text));
const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const NOTIFY_KEY = new RegExp(`^[^\\s]+-${UUID}-${UUID}$`);

/** Every setting the portal reads, what it means, and what it is when nobody says. `.env.example` is kept by a test. */
const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production'),
  HOST: z.string().min(1, 'must name an address to listen on').default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a full address such as https://grants.example.org' })
    .default('http://localhost:3000'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DEMO: onOff.default(false),
  SMTP_URL: optionalText
    .pipe(z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@host:465' }).optional())
    .optional(),
  NOTIFY_API_KEY: optionalText
    .pipe(
      z
        .string()
        .regex(NOTIFY_KEY, 'must be a key of GOV.UK Notify: its name, and two UUIDs with hyphens between them')
        .optional(),
    )
    .optional(),
  NOTIFY_EMAIL_TEMPLATE: optionalText.pipe(z.uuid('must be the ID of a template').optional()).optional(),
  NOTIFY_SMS_TEMPLATE: optionalText.pipe(z.uuid('must be the ID of a template').optional()).optional(),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/, error: 'must be a full address' })
    .default('https://api.notifications.service.gov.uk'),
  LIBRETRANSLATE_URL: optionalText
    .pipe(
      z.url({ protocol: /^https?$/, error: 'must be a full address such as https://translate.example.org' }).optional(),
    )
    .optional(),
  LIBRETRANSLATE_API_KEY: optionalText.optional(),
  MAIL_FROM: z
    .string()
    .min(3, 'must be an address such as Common Pot <grants@example.org>')
    .default('Common Pot <portal@localhost>'),
  SECRET_KEY: optionalText
    .pipe(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits (32 bytes)')
        .optional(),
    )
    .optional(),
  FFMPEG_PATH: optionalText
    .pipe(
      z
        .string()
        .regex(/^(?:off|\/.*|[A-Za-z]:[\\/].*)$/, 'must be the full path of the program, or off')
        .optional(),
    )
    .optional(),
  S3_ENDPOINT: optionalText
    .pipe(z.url({ protocol: /^https?$/, error: 'must be a full address such as https://s3.example.org' }).optional())
    .optional(),
  S3_REGION: optionalText.optional(),
  S3_BUCKET: optionalText
    .pipe(
      z
        .string()
        .regex(
          /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
          'must be the name of a bucket: small letters, digits, dots, dashes',
        )
        .optional(),
    )
    .optional(),
  S3_ACCESS_KEY_ID: optionalText.optional(),
  S3_SECRET_ACCESS_KEY: optionalText.optional(),
  S3_FORCE_PATH_STYLE: onOff.default(true),
  S3_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'must be letters, digits, dots and dashes, such as common-pot')
    .default('common-pot'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});

export type Env = z.output<typeof settings>;

export const ENV_NAMES = Object.keys(settings.shape);

/** What a store of files elsewhere needs: all of it, or none. */
const S3_NAMES = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** @throws EnvError with one line per wrong value */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    ENV_NAMES.map((name) => [name, source[name]]).filter(([, value]) => value !== undefined),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`));
  }
  const { DEMO, HOST, PUBLIC_URL } = parsed.data;
  if (DEMO && !(isLoopback(HOST) && isLoopback(new URL(PUBLIC_URL).hostname))) {
    throw new EnvError([
      '  DEMO: signs anybody in as anybody, so HOST and PUBLIC_URL must be on localhost when it is 1',
    ]);
  }
  const faults = [...notifyFaults(parsed.data), ...translationFaults(parsed.data), ...openLines(parsed.data)];
  if (faults.length > 0) throw new EnvError(faults);
  const unset = S3_NAMES.filter((name) => parsed.data[name] === undefined);
  if (unset.length > 0 && unset.length < S3_NAMES.length) {
    throw new EnvError(
      unset.map((name) => `  ${name}: must be set as well, or none of the S3 settings: files would be kept nowhere`),
    );
  }
  return parsed.data;
}

/** Half a set-up would lose messages without a word. */
function notifyFaults(env: Env): string[] {
  const { NOTIFY_API_KEY, NOTIFY_EMAIL_TEMPLATE, NOTIFY_SMS_TEMPLATE, SMTP_URL } = env;
  const hasTemplate = NOTIFY_EMAIL_TEMPLATE !== undefined || NOTIFY_SMS_TEMPLATE !== undefined;
  const faults: string[] = [];
  if (NOTIFY_API_KEY === undefined && hasTemplate) faults.push('  NOTIFY_API_KEY: is missing, and there is a template');
  if (NOTIFY_API_KEY !== undefined && !hasTemplate) {
    faults.push('  NOTIFY_API_KEY: needs NOTIFY_SMS_TEMPLATE or NOTIFY_EMAIL_TEMPLATE, or both');
  }
  if (NOTIFY_EMAIL_TEMPLATE !== undefined && SMTP_URL !== undefined) {
    faults.push('  NOTIFY_EMAIL_TEMPLATE: e-mail leaves by SMTP_URL already; choose one');
  }
  return faults;
}

function translationFaults({ LIBRETRANSLATE_URL, LIBRETRANSLATE_API_KEY }: Env): string[] {
  const isOff = LIBRETRANSLATE_URL === undefined && LIBRETRANSLATE_API_KEY !== undefined;
  return isOff ? ['  LIBRETRANSLATE_URL: is missing, and there is a key for it'] : [];
}

/** Where somebody's words, films or telephone number would cross the net for everybody to read. */
function openLines(env: Env): string[] {
  return (['NOTIFY_URL', 'LIBRETRANSLATE_URL', 'S3_ENDPOINT'] as const).flatMap((name) => {
    const address = env[name] === undefined ? null : new URL(env[name]);
    const isSafe = address === null || address.protocol === 'https:' || isLoopback(address.hostname);
    return isSafe ? [] : [`  ${name}: must begin with https`];
  });
}

export class EnvError extends Error {
  override name = 'EnvError';
  constructor(lines: readonly string[]) {
    super(`These settings need mending before the portal can start:\n${lines.join('\n')}`);
  }
}
