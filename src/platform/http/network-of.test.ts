import { expect, it } from 'vitest';
import { networkOf } from './network-of.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2ff::1', '2001:db8:1:2/56'],
  ['2001:0db8:0001:0200:ffff::', '2001:db8:1:2/56'],
  ['2001:db8::5', '2001:db8:0:0/56'],
  ['fe80::1%eth0', 'fe80:0:0:0/56'],
])('%s is a line of %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine, which may bring everybody', (ip) => {
  expect(networkOf(ip)).toBeUndefined();
});
