import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '../src/config.js';
import { YidaFault } from '../src/domain/fault.js';

const SECRET = 'a secret of at least thirty-two characters';

function faultOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof YidaFault && error.code === 'config-invalid') return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('needs nothing for a local start', () => {
    expect(readConfig({})).toMatchObject({ port: 3978, host: '127.0.0.1', production: false, model: 'yida-mini' });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', YIDA_SECRET: '', HOST: '' })).toMatchObject({ port: 3978, host: '127.0.0.1' });
  });

  it('lists every fault at once, each with its variable', () => {
    const lines = faultOf({ PORT: 'many', LOG_LEVEL: 'loud', YIDA_PUBLIC_URL: 'shop', HOST: '0.0.0.0' }).split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['HOST', 'LOG_LEVEL', 'PORT', 'YIDA_PUBLIC_URL']);
  });

  it('refuses production without a secret, and needs nothing else there', () => {
    expect(faultOf({ NODE_ENV: 'production', HOST: '0.0.0.0' })).toMatch(/^YIDA_SECRET: /);
    expect(readConfig({ NODE_ENV: 'production', HOST: '0.0.0.0', YIDA_SECRET: SECRET }).production).toBe(true);
  });

  it('refuses to be reachable from other machines outside production', () => {
    expect(faultOf({ HOST: '192.168.1.20' })).toMatch(/^HOST: /);
    for (const host of ['127.0.0.1', '127.3.2.1', '::1', 'localhost']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example']) expect(isLoopback(host)).toBe(false);
  });

  it('reads origins and exchange rates from comma-separated lists', () => {
    const config = readConfig({
      YIDA_ALLOWED_ORIGINS: 'https://shop.example, https://m.shop.example',
      YIDA_RATES: 'USD=7.1,EUR=7.8',
    });
    expect(config.allowedOrigins).toEqual(['https://shop.example', 'https://m.shop.example']);
    expect(config.rates).toEqual({ USD: 7.1, EUR: 7.8 });
    expect(faultOf({ YIDA_RATES: 'USD=-1' })).toMatch(/^YIDA_RATES: /);
    expect(faultOf({ YIDA_ALLOWED_ORIGINS: 'https://shop.example/path' })).toMatch(/^YIDA_ALLOWED_ORIGINS: /);
  });

  it('takes a handover address over https with its secret, and another of this machine only by a flag', () => {
    const secret = { YIDA_HANDOVER_SECRET: 'sixteen characters' };
    expect(readConfig({ ...secret, YIDA_HANDOVER_URL: 'https://shop.example/hook' }).handover).toMatchObject({
      kind: 'webhook',
    });
    expect(faultOf({ YIDA_HANDOVER_URL: 'https://shop.example/hook' })).toContain('YIDA_HANDOVER_SECRET');
    expect(faultOf({ ...secret, YIDA_HANDOVER_URL: 'http://127.0.0.1:9/hook' })).toContain('YIDA_HANDOVER_URL');
    const local = { ...secret, YIDA_HANDOVER_URL: 'http://127.0.0.1:9/hook', YIDA_HANDOVER_ALLOW_LOCAL: '1' };
    expect(readConfig(local).handover).toMatchObject({ kind: 'webhook' });
    expect(faultOf({ YIDA_HANDOVER_EMAIL: 'team@shop.example' })).toContain('YIDA_SMTP_URL');
  });

  it('says that PostgreSQL is not there rather than storing elsewhere in silence', () => {
    expect(faultOf({ DATABASE_URL: 'postgres://shop' })).toMatch(/^DATABASE_URL: /);
  });
});
