import { expect, test } from 'vitest';
import { isInside, isOutside, networkOf } from './network.ts';

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['fd00::1', true],
  ['8.8.8.8', false],
  ['2001:db8::1', false],
])('%s is inside: %s', (address, expected) => {
  expect(isInside(address)).toBe(expected);
});

test.each([['8.8.8.8', '93.184.215.14', '2606:4700::1111', '172.32.0.1', '100.128.0.1']])(
  'the open internet may be asked: %s',
  (...addresses) => {
    for (const address of addresses) expect([address, isOutside(address)]).toEqual([address, true]);
  },
);

test.each([
  ['this machine', ['127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', '::']],
  ['private networks', ['10.0.0.1', '172.16.0.1', '192.168.0.1', 'fd12::1']],
  ['the link and its metadata', ['169.254.169.254', 'fe80::1', 'fd00:ec2::254', '100.100.100.200']],
  [
    'one written as the other',
    ['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  ],
  ['what is for nobody', ['224.0.0.1', '255.255.255.255', 'ff02::1', '198.18.0.1', '2001:db8::1']],
  ['what is no address', ['localhost', '', '8.8.8']],
])('never asked is %s', (_what, addresses) => {
  for (const address of addresses) expect([address, isOutside(address)]).toEqual([address, false]);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2a02:810d:1::5:6', '2a02:810d:1:0::/64'],
  ['2a02:810d:1:2:3:4:5:6', '2a02:810d:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
