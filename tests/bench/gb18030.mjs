/** Text → GB18030 bytes, two-byte characters only: Node decodes GB18030 but does not encode it. */

/** Character → both bytes as one number, read off the decoder. */
function twoByteTable() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  const bytes = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      bytes[0] = lead;
      bytes[1] = trail;
      const character = decoder.decode(bytes);
      if (character.length === 1 && character !== '\ufffd') table.set(character.charCodeAt(0), (lead << 8) | trail);
    }
  }
  return table;
}

/** @returns {(text: string) => Uint8Array} */
export function gb18030Encoder() {
  const table = twoByteTable();
  return (text) => {
    const bytes = new Uint8Array(text.length * 2);
    let at = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        bytes[at++] = unit;
        continue;
      }
      const pair = table.get(unit);
      if (pair === undefined) throw new Error(`no two bytes of GB18030 for ${text[i]}`);
      bytes[at++] = pair >> 8;
      bytes[at++] = pair & 0xff;
    }
    return bytes.subarray(0, at);
  };
}
