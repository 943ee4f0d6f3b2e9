// @ts-check
// The register's search, a worker: it reads the files of tra-cuu/so/ and answers questions.
// What the files hold is told in generator/finder/.
//
// The rule: a question with any mark (or đ) is taken at its word and loosened only when nothing is
// found; one without marks finds every spelling. All words must be there; the last one may be
// unfinished. In order: rows with all words whole before rows that have the last one only as a
// beginning; by where the words stand (WHERE); by spelling (as typed, other marks, i for y); newest
// first, where records without a date come first; then as the register has them. docs/search.md
// tells it whole.

import { canonical, fold, wordsOf } from "./words.js";

/** @typedef {Record<string, string[]>} Filters values by facet: of one facet any, of all facets each */
/** @typedef {{id: number, q: string, filters?: Filters, sort?: string, from?: number, size?: number, facets?: string[], live?: boolean}} Question live: asked while somebody types */
/** @typedef {{address: string, name: string, award: string, unit: string, place: string, date: string, kind: string, kindText: string, state: string, stateText: string, illustrative: boolean}} Found */
/** @typedef {[value: string, label: string, count: number]} Count */
/** @typedef {{id: number, total: number, loosened: boolean, unfinished: boolean, rows: Found[], facets: Record<string, Count[]>}} Answer */
/** @typedef {{year: number, path: string, rows: number, first: number}} Volume first: the number of its first row in the whole register */
/** @typedef {{version: string, block: number, kinds: [string, string][], states: [string, string][], shards: string[], volumes: Volume[], rows: number}} Table */
/** @typedef {{word: string, bytes: number, list: Uint8Array | null, file: string, at: number}} Spelling */
/** @typedef {{folded: string, spellings: Spelling[]}} Entry */
/** @typedef {{whole: [number, Spelling][], begun: [number, Spelling][]}} Answering spellings, and of how near each is */
/** @typedef {{level: number, list: Uint8Array}} Wanted a list, and how near its spelling is to the word asked for */
/** @typedef {{rows: Uint32Array, ranks: Uint8Array, unfinished?: boolean}} Hits rising numbers of rows, and the rank of each */
/** @typedef {{values: [string, string][], sets: number[][], of: Uint32Array}} Facet of: the number of each row's set of values */

const BASE = new URL("../tra-cuu/so/", self.location.href);
const NONE = 255;
const WHERE = { whole: 0, begins: 1, adjacent: 2, name: 3, elsewhere: 4 };
const AS_TYPED = 0, MARKS = 1, TWIN = 2; // how a word is spelled beside the word asked for
const LEVELS = 3, BEGUN = 15; // a rank is BEGUN (or 0) + LEVELS × where + spelling
const HEAVY = 32768; // bytes: so much is not fetched for the beginning of a word that is being typed
const TOLD_APART = 31; // positions of words in a name; those beyond count as one

// Words

/** The same syllable with i for y or y for i (ly, li), where both are written; "" elsewhere.
 * @param {string} folded */
function twin(folded) {
  if (!/^(?:[hklmstv]|qu)[iy]$/.test(folded)) return "";
  return folded.slice(0, -1) + (folded.endsWith("y") ? "i" : "y");
}

// Files

/** @type {Map<string, Promise<any>>} */
const kept = new Map();
let version = "";

/** A file of the index, fetched once. The table is asked for anew at each visit; its version is in
 * the address of all others, so that none of an older index is taken from the browser's store.
 * @template T @param {string} path @param {(answer: Response) => Promise<T>} read @returns {Promise<T>} */
function fetched(path, read) {
  let file = kept.get(path);
  if (!file) {
    const fresh = path === "so.json";
    const url = new URL(fresh ? path : `${path}?${version}`, BASE);
    file = fetch(url, fresh ? { cache: "no-cache" } : {}).then((answer) => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return read(answer);
    });
    file.catch(() => kept.delete(path)); // the next question tries again
    kept.set(path, file);
  }
  return file;
}

/** @param {string} path @returns {Promise<Uint8Array>} */
const bytes = (path) => fetched(path, async (answer) => new Uint8Array(await answer.arrayBuffer()));

/** @type {Promise<Table> | undefined} */
let tableRead;

/** @returns {Promise<Table>} */
function table() {
  tableRead ??= fetched("so.json", (answer) => answer.json()).then((raw) => {
    version = raw.version;
    let first = 0;
    const volumes = raw.volumes.map((/** @type {[number, number, string, number]} */ [year, issuer, part, rows]) => {
      const path = year ? `${year}/${raw.issuers[issuer]}/${part}` : "danh-muc";
      first += rows;
      return { year, path, rows, first: first - rows };
    });
    return { ...raw, volumes, rows: first };
  });
  tableRead.catch(() => { tableRead = undefined; });
  return tableRead;
}

/** Reads numbers and texts one after the other. */
class Reader {
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
function postings(reader, each) {
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

// From words to lists

const ODD = "_"; // the dictionary of all that is no plain syllable or number

/** @param {string} folded */
const shardOf = (folded) => /^[a-z0-9]{1,32}$/.test(folded) ? folded.slice(0, 2) : ODD;

/** @param {string} name @returns {Promise<Entry[]>} */
function shard(name) {
  return fetched(`muc/muc-${name}.bin`, async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const entries = [];
    while (reader.at < reader.end) entries.push(entry(reader));
    return entries;
  });
}

/** @param {string} word */
const hex = (word) => [...new TextEncoder().encode(word)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {Reader} reader @returns {Entry} */
function entry(reader) {
  const folded = reader.text(), head = reader.varint(), inline = (head & 3) === 1, each = (head & 3) === 2;
  let at = 0;
  const spellings = Array.from({ length: head >> 2 }, () => {
    const word = reader.text() || folded, size = reader.varint();
    at += size;
    const file = each ? `tu/tu-${folded}-${hex(word)}.bin` : `tu/tu-${folded}.bin`;
    return { word, bytes: size, list: /** @type {Uint8Array | null} */ (null), file, at: each ? 0 : at - size };
  });
  if (inline) for (const spelling of spellings) spelling.list = reader.take(spelling.bytes);
  return { folded, spellings };
}

/** Which spellings answer a word, and how near each is.
 * @param {string} word @param {string} typed the word before its tone was put in place
 * @param {boolean} exact @param {boolean} unfinished whether it may be the beginning of a word
 * @returns {Promise<Answering>} */
async function spellingsOf(word, typed, exact, unfinished) {
  const folded = fold(word), other = exact ? "" : twin(folded);
  /** @type {Answering} */
  const found = { whole: [], begun: [] };
  for (const { folded: key, spellings } of await entriesNear(folded, other, unfinished)) {
    for (const spelling of spellings) {
      const same = spelling.word === word, begins = [word, typed].some((text) => spelling.word.startsWith(text));
      if (same || (!exact && (key === folded || key === other))) {
        found.whole.push([same ? AS_TYPED : key === folded ? MARKS : TWIN, spelling]);
      } else if (unfinished && (begins || (!exact && key.startsWith(folded)))) {
        found.begun.push([begins ? AS_TYPED : MARKS, spelling]);
      }
    }
  }
  return found;
}

/** @param {string} folded @param {string} other @param {boolean} unfinished @returns {Promise<Entry[]>} */
async function entriesNear(folded, other, unfinished) {
  const { shards } = await table();
  const wanted = new Set([folded, other].filter(Boolean).map(shardOf));
  if (unfinished) wanted.add(ODD);
  const there = [...wanted].filter((name) => shards.includes(name));
  return (await Promise.all(there.map(shard))).flat();
}

/** @param {Spelling} spelling @returns {Promise<Uint8Array>} */
async function listOf({ list, file, at, bytes: size }) {
  return list ?? (await bytes(file)).subarray(at, at + size);
}

// From lists to rows

/** A word of the question while the volumes are gone through, with room for one volume's rows. */
class Asked {
  /** @param {Wanted[]} lists @param {number} room */
  constructor(lists, room) {
    this.lists = lists.map(({ level, list }) => ({ level, reader: new Reader(list) }));
    this.levels = new Uint8Array(room); // how near the nearest spelling of each row is
    this.places = new Int32Array(room); // where in the name: a bit a position, the last for all beyond
  }

  /** Take the postings of one volume; those of the volumes before it are passed over.
   * @param {number} volume @param {number} rows @param {Uint8Array} lengths of names, as far as known
   * @returns {boolean} whether there are any */
  read(volume, rows, lengths) {
    let any = false;
    for (const { level, reader } of this.lists) {
      for (let number; reader.at < reader.end && (number = this.next(reader)) <= volume;) {
        reader.at += 2;
        const end = reader.varint() + reader.at;
        if (number === volume) {
          if (!any) { this.levels.fill(NONE, 0, rows); this.places.fill(0, 0, rows); any = true; }
          postings(new Reader(reader.data, reader.at, end), (row, position, last) => {
            if (level < this.levels[row]) this.levels[row] = level;
            if (position >= 0) this.places[row] |= 1 << Math.min(position, TOLD_APART);
            if (last) lengths[row] = Math.min(position + 1, NONE);
          });
        }
        reader.at = end;
      }
    }
    return any;
  }

  /** @param {Reader} reader */
  next({ data, at }) { return data[at] * 256 + data[at + 1]; }
}

/** Where a row has the words.
 * @param {Asked[]} words @param {number} row @param {number} length of the name, if known */
function where(words, row, length) {
  let side = -1;
  for (let at = 0; at < words.length; at++) {
    const places = words[at].places[row];
    if (!places) return WHERE.elsewhere;
    side &= at < TOLD_APART ? (places & 0x7fffffff) >> at : 0;
  }
  if (!side) return WHERE.name;
  if (!(side & 1)) return WHERE.adjacent;
  return length === words.length ? WHERE.whole : WHERE.begins;
}

/** @param {Asked[]} words @param {number} row */
function spelling(words, row) {
  let worst = AS_TYPED;
  for (const { levels } of words) worst = Math.max(worst, levels[row]);
  return worst;
}

/** All rows that have some words, without regard to filters.
 * @param {string[]} words @param {string[]} typed @param {boolean} exact @param {boolean} live
 * @param {() => void} goOn throws when nobody waits for the answer any more @returns {Promise<Hits>} */
async function hitsOf(words, typed, exact, live, goOn) {
  const last = words.length - 1;
  const unfinished = [...words[last]].length >= 2;
  const found = await Promise.all(words.map((word, at) => spellingsOf(word, typed[at], exact, unfinished && at === last)));
  if (found.some(({ whole, begun }) => !whole.length && !begun.length)) return NOTHING;
  goOn();
  const weight = found[last].begun.reduce((sum, [, { bytes: size }]) => sum + size, 0);
  const heavy = live && weight > HEAVY;
  if (heavy) found[last].begun = [];
  const load = (/** @type {[number, Spelling][]} */ some) =>
    Promise.all(some.map(async ([level, one]) => ({ level, list: await listOf(one) })));
  const [begun, ...whole] = await Promise.all([load(found[last].begun), ...found.map((one) => load(one.whole))]);
  goOn();
  return { ...match(await table(), whole, begun), unfinished: heavy };
}

/** @type {Hits} */
const NOTHING = { rows: new Uint32Array(), ranks: new Uint8Array() };

/** Go through the volumes; in each, find the rows that have every word.
 * @param {Table} volumes @param {Wanted[][]} whole lists of each word
 * @param {Wanted[]} begun lists of words that the last one begins @returns {Hits} */
function match({ volumes }, whole, begun) {
  const room = Math.max(...volumes.map(({ rows }) => rows));
  const words = whole.map((lists) => new Asked(lists, room));
  const before = words.slice(0, -1), finished = words[words.length - 1], open = new Asked(begun, room);
  const all = [...before, open];
  const lengths = new Uint8Array(room);
  /** @type {number[]} */ const rows = [];
  /** @type {number[]} */ const ranks = [];
  for (const [number, volume] of volumes.entries()) {
    lengths.fill(0, 0, volume.rows);
    const some = before.map((word) => word.read(number, volume.rows, lengths)).every(Boolean);
    const [ends, begins] = [finished, open].map((word) => word.read(number, volume.rows, lengths));
    if (!some || (!ends && !begins)) continue;
    for (let row = 0; row < volume.rows; row++) {
      if (before.some(({ levels }) => levels[row] === NONE)) continue;
      const whole = ends && finished.levels[row] !== NONE;
      if (!whole && !(begins && open.levels[row] !== NONE)) continue;
      const having = whole ? words : all;
      rows.push(volume.first + row);
      ranks.push((whole ? 0 : BEGUN) + where(having, row, lengths[row]) * LEVELS + spelling(having, row));
    }
  }
  return { rows: Uint32Array.from(rows), ranks: Uint8Array.from(ranks) };
}

/** @param {Table} all @returns {Hits} every row of the register */
const everything = ({ rows }) => ({ rows: Uint32Array.from({ length: rows }, (_, row) => row), ranks: new Uint8Array(rows) });

/** @type {{q: string, hits: Hits, loosened: boolean} | null} */
let lastAsked = null;

/** @param {string} q @param {boolean} filtered @param {boolean} live @param {() => void} goOn */
async function ask(q, filtered, live, goOn) {
  const text = canonical(q), words = wordsOf(text);
  if (!words.length) return { hits: filtered ? everything(await table()) : NOTHING, loosened: false };
  if (lastAsked?.q === q && (live || !lastAsked.hits.unfinished)) return lastAsked;
  const typed = wordsOf(q.normalize("NFC").toLowerCase());
  const marked = fold(text) !== text;
  let hits = await hitsOf(words, typed, marked, live, goOn), loosened = false;
  if (marked && !hits.rows.length && !hits.unfinished) {
    hits = await hitsOf(words.map(fold), typed.map(fold), false, live, goOn);
    loosened = hits.rows.length > 0;
  }
  return lastAsked = { q, hits, loosened };
}

// Facets

/** @param {string} name @returns {Promise<Facet>} */
async function facet(name) {
  const all = await table();
  return name === "nam" ? years(all) : fetched(`loc/${name}.bin`, async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const values = JSON.parse(reader.text());
    /** @type {number[][]} */ const sets = [];
    const of = new Uint32Array(all.rows);
    for (const { first, rows } of all.volumes) {
      const own = Array.from({ length: reader.varint() }, () => reader.varint());
      const before = sets.length;
      for (let count = reader.varint(); count > 0; count--) {
        sets.push(Array.from({ length: reader.varint() }, () => own[reader.varint()]));
      }
      of.set(reader.column(rows).map((set) => before + set), first);
    }
    return { values, sets, of };
  });
}

/** The year as a facet: it is that of the volume. @param {Table} all @returns {Facet} */
function years({ volumes, rows }) {
  const found = [...new Set(volumes.map(({ year }) => year))].filter(Boolean).sort((a, b) => b - a);
  const of = new Uint32Array(rows);
  for (const volume of volumes) of.fill(found.indexOf(volume.year) + 1, volume.first, volume.first + volume.rows);
  return { values: found.map((year) => [`${year}`, `${year}`]), sets: [[], ...found.map((_, at) => [at])], of };
}

/** Whether each set of a facet's values holds one that is asked for.
 * @param {Facet} facet @param {string[]} chosen */
function allowed({ values, sets }, chosen) {
  const wanted = values.map(([value]) => chosen.includes(value));
  return sets.map((set) => set.some((value) => wanted[value]));
}

/** Filter rows, and count. A facet's own filter does not touch its counts, so that they tell how
 * many rows each of its values would show.
 * @param {Hits} hits @param {Filters} filters @param {string[]} counted
 * @returns {Promise<{hits: Hits, facets: Record<string, Count[]>}>} */
async function sift(hits, filters, counted) {
  const set = Object.keys(filters).filter((name) => filters[name].length);
  const names = [...new Set([...set, ...counted])];
  const facets = await Promise.all(names.map(facet));
  const passes = names.map((name, at) => set.includes(name) ? allowed(facets[at], filters[name]) : null);
  const counts = facets.map(({ sets }) => new Uint32Array(sets.length));
  const kept = new Uint8Array(hits.rows.length);
  let total = 0;
  hits.rows.forEach((row, at) => {
    let failed = -1, failures = 0;
    for (let n = 0; n < names.length; n++) {
      if (passes[n]?.[facets[n].of[row]] === false) { failed = n; failures++; }
    }
    if (!failures) { kept[at] = 1; total++; }
    if (failures < 2) counts.forEach((count, n) => { if (!failures || failed === n) count[facets[n].of[row]]++; });
  });
  const told = counted.map((name) => {
    const at = names.indexOf(name);
    return [name, tell(facets[at], counts[at], filters[name] ?? [])];
  });
  const only = total === hits.rows.length ? hits
    : { rows: hits.rows.filter((_, at) => kept[at]), ranks: hits.ranks.filter((_, at) => kept[at]) };
  return { hits: only, facets: Object.fromEntries(told) };
}

/** @param {Facet} facet @param {Uint32Array} bySet @param {string[]} chosen @returns {Count[]} */
function tell({ values, sets }, bySet, chosen) {
  const counts = new Uint32Array(values.length);
  sets.forEach((set, at) => { for (const value of set) counts[value] += bySet[at]; });
  return values.map(([value, label], at) => /** @type {Count} */ ([value, label, counts[at]]))
    .filter(([value, , count]) => count || chosen.includes(value));
}

// Order

/** The rows' dates within a year, 32 × month + day, by volume.
 * @param {number} year @returns {Promise<Map<number, Uint32Array>>} */
async function dates(year) {
  const { volumes } = await table();
  return fetched(`ngay/${year}.bin`, async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const found = new Map();
    while (reader.at < reader.end) {
      const volume = reader.bits(16), end = reader.varint() + reader.at;
      const days = new Uint32Array(volumes[volume].rows);
      for (let at = 0; reader.at < end;) {
        const size = reader.varint();
        days.fill(reader.varint(), at, at += size);
      }
      found.set(volume, days);
    }
    return found;
  });
}

/** The place of each row's name in the alphabetic order of all names. @returns {Promise<Uint32Array>} */
async function alphabet() {
  const { volumes, rows } = await table();
  return fetched("thu-tu/ten.bin", async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const ranks = new Uint32Array(rows);
    for (const volume of volumes) {
      let rank = 0;
      const own = Array.from({ length: reader.varint() }, () => rank += reader.varint());
      ranks.set(reader.column(volume.rows).map((at) => own[at]), volume.first);
    }
    return ranks;
  });
}

/** The volume of a row. @param {Table} table @param {number} row */
function volumeOf({ volumes }, row) {
  let low = 0, high = volumes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (volumes[middle].first <= row) low = middle; else high = middle - 1;
  }
  return low;
}

/** The rows from one place to another of the whole order. All are put in order by what is at hand
 * (rank or name, then year); days are read only for the years of those that are shown.
 * @param {Hits} hits @param {string} sort @param {number} from @param {number} size
 * @returns {Promise<number[]>} */
async function page({ rows, ranks }, sort, from, size) {
  const all = await table(), oldest = sort === "cu-nhat", byDate = oldest || sort === "moi-nhat";
  const names = sort === "ten" ? await alphabet() : null;
  const years = [...new Set(all.volumes.map(({ year }) => year))].sort((a, b) => oldest ? a - b : b - a);
  const undated = byDate ? years.length : -1;
  const yearPlace = all.volumes.map(({ year }) => 1 + (year ? years.indexOf(year) : undated));
  const keys = new Float64Array(rows.length), span = years.length + 2, count = rows.length;
  for (let at = 0, volume = 0; at < count; at++) {
    while (rows[at] >= all.volumes[volume].first + all.volumes[volume].rows) volume++;
    const first = byDate ? 0 : names ? names[rows[at]] : ranks[at];
    keys[at] = (first * span + yearPlace[volume]) * count + at;
  }
  keys.sort();
  const group = (/** @type {number} */ at) => Math.floor(keys[at] / count);
  let start = from, end = Math.min(from + size, count);
  if (start >= end) return [];
  while (start > 0 && group(start - 1) === group(start)) start--;
  while (end < count && group(end) === group(end - 1)) end++;
  const shown = Array.from(keys.subarray(start, end), (key, at) => {
    const row = rows[key % count], volume = volumeOf(all, row);
    return { row, volume, group: group(start + at), day: 0 };
  });
  const there = [...new Set(shown.map(({ volume }) => all.volumes[volume].year))];
  const days = new Map(await Promise.all(there.map(async (year) => /** @type {const} */ ([year, await dates(year)]))));
  for (const one of shown) {
    const { year, first } = all.volumes[one.volume];
    one.day = days.get(year)?.get(one.volume)?.[one.row - first] ?? 0;
  }
  shown.sort((a, b) => a.group - b.group || (oldest ? a.day - b.day : b.day - a.day) || a.row - b.row);
  return shown.slice(from - start, from - start + size).map(({ row }) => row);
}

/** What is shown of a row. @param {number} row @returns {Promise<Found>} */
async function shown(row) {
  const all = await table(), volume = all.volumes[volumeOf(all, row)], at = row - volume.first;
  const block = await fetched(`hang/${volume.path}/${Math.floor(at / all.block)}.json`, (answer) => answer.json());
  const [group, tail, name, award, unit, place, kind, state] = block.rows[at % all.block];
  const [folder, date, illustrative] = block.groups[group];
  const [code, text] = all.states[state];
  return {
    address: folder + tail, name, date, illustrative: Boolean(illustrative), kind: all.kinds[kind][0], kindText: all.kinds[kind][1],
    award: block.strings[award], unit: block.strings[unit], place: block.strings[place],
    state: code, stateText: text,
  };
}

// Questions and answers

let newest = 0;

/** @param {Question} question @returns {Promise<Answer>} */
async function answer({ id, q, filters = {}, sort = "phu-hop", from = 0, size = 10, facets: counted = [], live = false }) {
  const goOn = () => { if (id !== newest) throw new Error("overtaken"); };
  const filtered = Object.values(filters).some(({ length }) => length);
  const { hits, loosened } = await ask(q, filtered, live, goOn);
  const { hits: left, facets } = await sift(hits, filters, counted);
  const rows = await Promise.all((await page(left, sort, from, size)).map(shown));
  return { id, total: left.rows.length, loosened, unfinished: Boolean(hits.unfinished), rows, facets };
}

self.onmessage = async ({ data }) => {
  newest = data.id;
  try {
    self.postMessage(await answer(data));
  } catch (error) {
    if (data.id === newest) self.postMessage({ id: data.id, error: String(error) });
  }
};
