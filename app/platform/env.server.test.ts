import { describe, expect, it } from 'vitest';
import { ENV_NAMES, EnvError, readEnv } from './env.server.ts';

const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const KEY = `portal-${TEMPLATE}-${TEMPLATE}`;

const wrong: readonly (readonly [name: string, value: string, says: string])[] = [
  ['NODE_ENV', 'live', 'NODE_ENV: must be development, production or test'],
  ['HOST', '', 'HOST: must name an address to listen on'],
  ['PORT', 'three thousand', 'PORT: must be a number'],
  ['PORT', '65536', 'PORT: must be below 65536'],
  ['PORT', '-1', 'PORT: must be 0 or more'],
  ['PORT', '80.5', 'PORT: must be a whole number'],
  ['PUBLIC_URL', 'grants.example.org', 'PUBLIC_URL: must be a full address such as https://grants.example.org'],
  ['PUBLIC_URL', 'ftp://grants.example.org', 'PUBLIC_URL: must be a full address'],
  ['DATA_DIR', '', 'DATA_DIR: must name a folder'],
  ['DEMO', 'yes', 'DEMO: must be 0 or 1'],
  ['SMTP_URL', 'mail.example.org', 'SMTP_URL: must look like smtps://user:password@host:465'],
  ['SMTP_URL', 'https://mail.example.org', 'SMTP_URL: must look like smtps://'],
  ['NOTIFY_API_KEY', 'hunter2', 'NOTIFY_API_KEY: must be a key of GOV.UK Notify'],
  ['NOTIFY_API_KEY', KEY, 'NOTIFY_API_KEY: needs NOTIFY_SMS_TEMPLATE or NOTIFY_EMAIL_TEMPLATE, or both'],
  ['NOTIFY_EMAIL_TEMPLATE', 'letters', 'NOTIFY_EMAIL_TEMPLATE: must be the ID of a template'],
  ['NOTIFY_SMS_TEMPLATE', 'texts', 'NOTIFY_SMS_TEMPLATE: must be the ID of a template'],
  ['NOTIFY_SMS_TEMPLATE', TEMPLATE, 'NOTIFY_API_KEY: is missing, and there is a template'],
  ['NOTIFY_URL', 'notify', 'NOTIFY_URL: must be a full address'],
  ['NOTIFY_URL', 'http://notify.example', 'NOTIFY_URL: must begin with https'],
  ['LIBRETRANSLATE_URL', 'translate', 'LIBRETRANSLATE_URL: must be a full address'],
  ['LIBRETRANSLATE_URL', 'http://translate.example', 'LIBRETRANSLATE_URL: must begin with https'],
  ['LIBRETRANSLATE_API_KEY', 'secret', 'LIBRETRANSLATE_URL: is missing'],
  ['MAIL_FROM', '', 'MAIL_FROM: must be an address such as'],
  ['SECRET_KEY', 'hunter2', 'SECRET_KEY: must be 64 hexadecimal digits (32 bytes)'],
  ['SECRET_KEY', 'a'.repeat(63), 'SECRET_KEY: must be 64 hexadecimal digits (32 bytes)'],
  ['FFMPEG_PATH', 'ffmpeg', 'FFMPEG_PATH: must be the full path of the program, or off'],
  ['S3_ENDPOINT', 's3.example.org', 'S3_ENDPOINT: must be a full address such as https://s3.example.org'],
  ['S3_ENDPOINT', 'http://s3.example.org', 'S3_ENDPOINT: must begin with https'],
  ['S3_ENDPOINT', 'https://s3.example.org', 'S3_REGION: must be set as well, or none of the S3 settings'],
  ['S3_REGION', 'eu-west-2', 'S3_ENDPOINT: must be set as well, or none of the S3 settings'],
  ['S3_BUCKET', 'Our Films', 'S3_BUCKET: must be the name of a bucket'],
  ['S3_ACCESS_KEY_ID', 'portal', 'S3_SECRET_ACCESS_KEY: must be set as well'],
  ['S3_SECRET_ACCESS_KEY', 'hunter2', 'S3_ACCESS_KEY_ID: must be set as well'],
  ['S3_FORCE_PATH_STYLE', 'yes', 'S3_FORCE_PATH_STYLE: must be 0 or 1'],
  ['S3_PREFIX', '/films/', 'S3_PREFIX: must be letters, digits, dots and dashes'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: must be debug, info, warn, error or silent'],
];

const messageOf = (settings: Record<string, string>) => {
  try {
    readEnv(settings);
    return 'nothing to mend';
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
};

describe('reading the settings', () => {
  it.each(wrong)('says what is wrong with %s=%s', (name, value, says) => {
    expect(messageOf({ [name]: value })).toContain(`\n  ${says}`);
  });

  it('has tried a wrong value for every setting', () => {
    expect([...new Set(wrong.map(([name]) => name))].toSorted()).toEqual(ENV_NAMES.toSorted());
  });

  it('says everything that is wrong at once, one line each', () => {
    expect(messageOf({ PORT: 'x', LOG_LEVEL: 'x' }).split('\n')).toHaveLength(3);
  });

  it('never repeats a wrong value, which may be a secret', () => {
    expect(messageOf({ SECRET_KEY: 'hunter2', SMTP_URL: 'me:hunter2@mail' })).not.toContain('hunter2');
  });

  it('needs nothing to be set', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: './data', DEMO: false, NODE_ENV: 'production' });
  });

  it('takes an optional setting that is there and empty as not set', () => {
    expect(readEnv({ SMTP_URL: '', SECRET_KEY: ' ' })).toMatchObject({ SMTP_URL: undefined, SECRET_KEY: undefined });
  });

  it('sends e-mail in one way only', () => {
    const notify = { NOTIFY_API_KEY: KEY, NOTIFY_EMAIL_TEMPLATE: TEMPLATE };
    expect(messageOf(notify)).toBe('nothing to mend');
    expect(messageOf({ ...notify, SMTP_URL: 'smtp://post.example' })).toContain('choose one');
  });

  it('takes the smallest and the largest port', () => {
    expect(readEnv({ PORT: '0' }).PORT).toBe(0);
    expect(readEnv({ PORT: '65535' }).PORT).toBe(65535);
  });
});

describe('the demonstration, which signs anybody in as anybody,', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'])('may run at %s', (address) => {
    expect(readEnv({ DEMO: '1', PUBLIC_URL: address }).DEMO).toBe(true);
  });

  it.each([
    'https://grants.example.org',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'http://192.168.1.10:3000',
    'http://0.0.0.0:3000',
  ])('may not run at %s', (address) => {
    expect(messageOf({ DEMO: '1', PUBLIC_URL: address })).toContain('DEMO: signs anybody in as anybody');
  });

  it('may not listen to other machines', () => {
    expect(messageOf({ DEMO: '1', HOST: '0.0.0.0' })).toContain('DEMO: signs anybody in as anybody');
    expect(readEnv({ DEMO: '0', HOST: '0.0.0.0' }).HOST).toBe('0.0.0.0');
  });
});
