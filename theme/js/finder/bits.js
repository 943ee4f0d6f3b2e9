// @ts-check
// Bits and bytes of the index's files; the other side of generator/finder/codec.py.

/** Reads numbers and texts one after the other. */
export class Reader {
  /** @param {Uint8Array} data @param {number} at @param {number} end */
  constructor(data, at = 0, end = data.length) {
    this.data = data;
    this.at = at;
    this.end = end;
    this.bit = 0; // of the byte at `at`
  }

  byte() { return this.data[this.at++]; }

  varint() {
    let value = 0, scale = 1;
    for (;;) {
      const byte = this.data[this.at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  /** @param {number} size */
  take(size) { return this.data.subarray(this.at, this.at += size); }

  text() { return new TextDecoder().decode(this.take(this.varint())); }

  /** @param {number} width */
  bits(width) {
    let value = 0;
    for (let left = width; left > 0; left--) {
      value = value * 2 + (this.data[this.at] >> (7 - this.bit) & 1);
      if (++this.bit === 8) { this.bit = 0; this.at++; }
    }
    return value;
  }

  /** @param {number} k */
  rice(k) {
    let upper = 0;
    while (this.bits(1)) upper++;
    return upper * 2 ** k + this.bits(k);
  }

  /** Go on at the next whole byte. */
  align() { if (this.bit) { this.bit = 0; this.at++; } }

  /** A value for each row. @param {number} count @returns {Uint32Array} */
  column(count) {
    const values = new Uint32Array(count);
    const form = this.byte();
    if (form === 0xff) {
      for (let runs = this.varint(), at = 0; runs > 0; runs--) {
        const value = this.varint();
        values.fill(value, at, at += this.varint());
      }
    } else {
      for (let at = 0; form && at < count; at++) values[at] = this.bits(form);
      this.align();
    }
    return values;
  }
}

/** Go through the postings of one volume.
 * @param {Reader} reader at the first stream, ending with the last
 * @param {(row: number, position: number, last: boolean) => void} each position -1 outside names */
export function postings(reader, each) {
  while (reader.at < reader.end) {
    const head = reader.byte(), count = reader.varint(), k = head & 0x1f;
    const named = head & 0x80, runs = head & 0x40, mixed = head & 0x20;
    const lengthK = runs ? reader.varint() : 0;
    const common = named ? reader.varint() : 0;
    const low = mixed ? reader.varint() : 0, width = mixed ? reader.varint() : 0;
    /** @type {number[]} */
    const rows = [];
    for (let n = 0, row = -1; n < count; n++) {
      row += reader.rice(k) + (runs && n ? 2 : 1);
      rows.push(row);
      if (runs) for (let more = reader.rice(lengthK); more > 0; more--) rows.push(++row);
    }
    for (const row of rows) {
      const symbol = !mixed || reader.bits(1) ? common : low + reader.bits(width);
      each(row, named ? symbol >> 1 : -1, Boolean(named && symbol & 1));
    }
    reader.align();
  }
}
