// @ts-check
// The order of the rows, and one page of them.

import { Reader } from "./bits.js";
import { fetched, table, volumeOf } from "./register.js";

/** @typedef {import("./matching.js").Hits} Hits */

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

/** The rows from one place to another of the whole order. All are put in order by what is at hand
 * (rank or name, then year); days are read only for the years of those that are shown.
 * @param {Hits} hits @param {string} sort @param {number} from @param {number} size
 * @returns {Promise<number[]>} */
export async function page({ rows, ranks }, sort, from, size) {
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
