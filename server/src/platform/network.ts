import { BlockList, isIP, isIPv6 } from 'node:net';

type Network = readonly [address: string, bits: number];

function listOf(four: readonly Network[], six: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of four) list.addSubnet(address, bits, 'ipv4');
  for (const [address, bits] of six) list.addSubnet(address, bits, 'ipv6');
  return list;
}

function holds(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

const privateFour: Network[] = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];
const inside = listOf(privateFour, [
  ['::1', 128],
  ['fc00::', 7],
]);

/**
 * Whether an IP address is of this machine or of a private network (RFC 1918, RFC 4193): there
 * something may be said without TLS when that was chosen.
 */
export function isInside(address: string): boolean {
  return holds(inside, address);
}

const loopback = listOf([['127.0.0.0', 8]], [['::1', 128]]);

/** Whether an IP address is of this very machine. */
export function isLoopback(address: string): boolean {
  return isIP(address) > 0 && holds(loopback, address);
}

/** What the registries of special addresses keep from the open internet (RFC 6890), IPv4. */
const special = listOf(
  [
    ...privateFour,
    ['0.0.0.0', 8],
    // Shared by carriers (RFC 6598); clouds keep their metadata here, too.
    ['100.64.0.0', 10],
    // Link-local, with the metadata of most clouds (169.254.169.254).
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    // Multicast, reserved, broadcast.
    ['224.0.0.0', 3],
  ],
  [
    // Of what is given out (2000::/3) what leads elsewhere: protocols, Teredo, examples, 6to4.
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
);
/** All addresses of IPv6 that are given out; loopback, mapped, translated, local ones are not. */
const givenOut = listOf([], [['2000::', 3]]);

/** Whether an IP address is one of the open internet, and of nothing inside. */
export function isOutside(address: string): boolean {
  if (isIP(address) === 0 || holds(special, address)) return false;
  return isIPv6(address) ? holds(givenOut, address) : true;
}

/**
 * The network of an address for counting: IPv4 as it is; of IPv6 the first 64 bits, which one
 * customer of a provider has at least.
 */
export function networkOf(address: string): string {
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (four !== undefined) return four;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = tail === undefined ? front : [...front, ...zeros, ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
