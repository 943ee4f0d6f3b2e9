// @ts-check
// The files of tra-cuu/so/, and the rows in them as they are shown.

/** @typedef {{address: string, decision: string, name: string, award: string, unit: string, place: string, date: string, kind: string, kindText: string, state: string, stateText: string, illustrative: boolean}} Found decision: the label of an honour's decision */
/** @typedef {{year: number, path: string, rows: number, first: number}} Volume first: the number of its first row in the whole register */
/** @typedef {{version: string, block: number, kinds: [string, string][], states: [string, string][], shards: string[], volumes: Volume[], rows: number}} Table */

const BASE = new URL("../../tra-cuu/so/", import.meta.url);

/** @type {Map<string, Promise<any>>} */
const kept = new Map();
let version = "";

/** A file of the index, fetched once. The table is asked for anew at each visit; its version is in
 * the address of all others, so that none of an older index is taken from the browser's store.
 * @template T @param {string} path @param {(answer: Response) => Promise<T>} read @returns {Promise<T>} */
export function fetched(path, read) {
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
export const bytes = (path) => fetched(path, async (answer) => new Uint8Array(await answer.arrayBuffer()));

/** @type {Promise<Table> | undefined} */
let tableRead;

/** @returns {Promise<Table>} */
export function table() {
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

/** The volume of a row. @param {Table} table @param {number} row */
export function volumeOf({ volumes }, row) {
  let low = 0, high = volumes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (volumes[middle].first <= row) low = middle; else high = middle - 1;
  }
  return low;
}
/** What is shown of a row. @param {number} row @returns {Promise<Found>} */
export async function shown(row) {
  const all = await table(), volume = all.volumes[volumeOf(all, row)], at = row - volume.first;
  const block = await fetched(`hang/${volume.path}/${Math.floor(at / all.block)}.json`, (answer) => answer.json());
  const [group, tail, name, award, unit, place, kind, state] = block.rows[at % all.block];
  const [folder, date, illustrative, decision] = block.groups[group];
  const [code, text] = all.states[state];
  return {
    address: folder + tail, decision, name, date, illustrative: Boolean(illustrative), kind: all.kinds[kind][0], kindText: all.kinds[kind][1],
    award: block.strings[award], unit: block.strings[unit], place: block.strings[place],
    state: code, stateText: text,
  };
}
