/** What a PKCS #7 file is: signed with its content inside, or encrypted. */
export type Pkcs7 = { kind: 'signed'; content: Buffer | null } | { kind: 'encrypted' } | null;

type Element = { tag: number; constructed: boolean; content: Buffer; next: number };

const objectId = 0x06;
const octets = 0x04;
const signedData = Buffer.from('2a864886f70d010702', 'hex');
const envelopedData = Buffer.from('2a864886f70d010703', 'hex');
const authEnveloped = Buffer.from('2a864886f70d0109100117', 'hex');
/** Deeper than any such file is nested. */
const deepest = 30;

/** Opens an S/MIME file (RFC 8551 §3.5) without checking its signature; null when it is none. */
export function readPkcs7(bytes: Buffer): Pkcs7 {
  try {
    const [type, wrapped] = childrenOf(readElement(bytes, 0).content);
    if (type?.tag !== objectId) return null;
    if (type.content.equals(envelopedData) || type.content.equals(authEnveloped)) {
      return { kind: 'encrypted' };
    }
    if (!type.content.equals(signedData) || !wrapped) return null;
    // RFC 5652 §5.1: version, digest algorithms, and then what was signed.
    const [, , encapsulated] = childrenOf(childrenOf(wrapped.content)[0]!.content);
    const content = encapsulated && childrenOf(encapsulated.content)[1];
    return { kind: 'signed', content: content ? octetsOf(content, 0) : null };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function childrenOf(content: Buffer): Element[] {
  const children: Element[] = [];
  // Only the first few are looked at; certificates and signatures follow.
  for (let at = 0; at < content.length && children.length < 4;) {
    const child = readElement(content, at);
    children.push(child);
    at = child.next;
  }
  return children;
}

/** One element of BER (X.690 §8.1), also of unknown length. */
function readElement(bytes: Buffer, at: number, depth = 0): Element {
  if (depth > deepest) throw new RangeError('nested too deep');
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const constructed = (tag & 0x20) !== 0;
  if (first === 0x80) {
    let end = at + 2;
    while (end < bytes.length && bytes.readUInt16BE(end) !== 0) {
      end = readElement(bytes, end, depth + 1).next;
    }
    return { tag, constructed, content: bytes.subarray(at + 2, end), next: end + 2 };
  }
  const more = first & 0x80 ? first & 0x7f : 0;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const from = at + 2 + more;
  const to = Math.min(from + length, bytes.length);
  return { tag, constructed, content: bytes.subarray(from, to), next: to };
}

/** The octets of a string, which may be cut into pieces. */
function octetsOf({ tag, constructed, content }: Element, depth: number): Buffer {
  if (!constructed && tag === octets) return content;
  if (!constructed || depth > deepest) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length;) {
    const piece = readElement(content, at);
    pieces.push(octetsOf(piece, depth + 1));
    at = piece.next;
  }
  return Buffer.concat(pieces);
}
