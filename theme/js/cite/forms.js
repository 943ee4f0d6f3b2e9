// @ts-check
// A citation in all its forms, as `generator/records/citation_forms.py` makes them (a test holds
// the two together): for the many pages that keep its facts alone.

/** @typedef {{ title: string, author: string, authority: string, number: string, issued: string, container: string, version: number, updated: string, status: string, press: string, url: string }} Citation */

const READ_ON = "ngày ……"; // filled in when it is shown

/** A date of the data as people write it. @param {string} iso */
function written(iso) {
  const [year, month, day] = iso.split("-");
  return day ? `${day}/${month}/${year}` : month ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
}

/** @param {string[]} parts @param {string} between */
const joined = (parts, between) => parts.filter(Boolean).join(between);

/** @param {Citation} c @param {string} between */
const act = (c, between) => joined([c.number, c.authority], between);

/** @param {Citation} c */
const gone = (c) => c.status.slice(0, 1).toUpperCase() + c.status.slice(1);

/** @param {Citation} c */
function edition(c) {
  const on = c.updated.length > 7 ? "ngày " : "";
  const since = c.version === 1 ? "" : `, cập nhật ${on}${written(c.updated)}`;
  return `phiên bản ${c.version}${since}`;
}

/** @param {Citation} c */
function press(c) {
  const note = c.status ? ` Lưu ý: ${c.status}.` : "";
  return `${c.press}.${note} (Nguồn: ${c.container}, phiên bản ${c.version}, ${c.url})`;
}

/** @param {Citation} c */
function iso690(c) {
  const own = [c.author.toUpperCase(), c.title, `${c.container}, ${edition(c)}`, `Trực tuyến, ${written(c.issued)}`];
  return `${joined([...own, act(c, " – "), gone(c)], ". ")} [xem ${READ_ON}]. Có tại: ${c.url}`;
}

/** @param {Citation} c */
function apa(c) {
  const [year, month, day] = c.issued.split("-");
  const date = month ? `${year}, ${day ? `${Number(day)} ` : ""}tháng ${Number(month)}` : year;
  const facts = joined([act(c, "; "), `phiên bản ${c.version}`, c.status], "; ");
  return `${c.author}. (${date}). ${c.title}. Trong ${c.container} (${facts}). Truy cập ${READ_ON}, từ ${c.url}`;
}

/** @param {Citation} c */
function chicago(c) {
  const facts = joined([c.container, act(c, ", "), `phiên bản ${c.version}, ${written(c.issued)}`], ", ");
  const note = c.status ? ` ${gone(c)}.` : "";
  return `${c.author}. “${c.title}”. Trong ${facts}.${note} Truy cập ${READ_ON}. ${c.url}.`;
}

/** @param {Citation} c */
const key = (c) => new URL(c.url).pathname.split("/").filter(Boolean).join("-");

/** @param {string} text */
function tex(text) {
  /** @type {Record<string, string>} */
  const words = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\^{}", "~": "\\~{}" };
  return text.replace(/[\\{}$&#_%^~]/g, (sign) => words[sign] ?? `\\${sign}`);
}

/** @param {Citation} c */
const note = (c) => joined([c.number, c.authority, edition(c), c.status], "; ");

/** @param {Citation} c */
function bibtex(c) {
  const fields = {
    title: `{${tex(c.title)}}`, author: `{${tex(c.author)}}`, year: c.issued.slice(0, 4), date: c.issued,
    howpublished: tex(c.container), note: tex(note(c)), langid: "vietnamese", url: c.url,
  };
  return `@misc{${key(c)},\n${Object.entries(fields).map(([name, value]) => `${name} = {${value}},\n`).join("")}}`;
}

/** @param {Citation} c */
function ris(c) {
  const [year, month = "", day = ""] = c.issued.split("-");
  const lines = [
    ["TY", "ELEC"], ["TI", c.title], ["AU", `${c.author},`], ["T2", c.container], ["PY", year],
    ["DA", `${year}/${month}/${day}/`], ["ET", c.version], ["N1", note(c)], ["LA", "vi"], ["UR", c.url], ["ER", ""],
  ];
  return lines.map(([tag, text]) => `${tag}  - ${text}`).join("\n");
}

/** @param {Citation} c */
function cslJson(c) {
  const found = {
    id: key(c), type: "entry", title: c.title, author: [{ literal: c.author }], authority: c.authority, number: c.number,
    "container-title": c.container, issued: { "date-parts": [c.issued.split("-").map(Number)] }, version: `${c.version}`,
    status: c.status, language: "vi", URL: c.url,
  };
  return JSON.stringify([Object.fromEntries(Object.entries(found).filter(([, value]) => value))]);
}

/** The forms for readers: what each is called, its text.
 * @param {Citation} c @returns {[string, string][]} */
export const forms = (c) => [
  ["Cho báo chí", press(c)],
  ["ISO 690", iso690(c)],
  ["APA", apa(c)],
  ["Chicago", chicago(c)],
];

/** The forms for software. @param {Citation} c @returns {[string, string][]} */
export const software = (c) => [
  ["BibTeX", bibtex(c)],
  ["RIS", ris(c)],
  ["CSL-JSON", cslJson(c)],
];

/** How a form takes the day of reading, "2024-05-17".
 * @param {string} label @param {string} text @param {string} iso */
export function read(label, text, iso) {
  if (label === "BibTeX") return text.replace(/}$/, `urldate = {${iso}},\n}`);
  if (label === "RIS") return text.replace(/ER {2}- $/, `Y2  - ${iso.replaceAll("-", "/")}/\nER  - `);
  if (label !== "CSL-JSON") return text.replace(READ_ON, `ngày ${written(iso)}`);
  return JSON.stringify([{ ...JSON.parse(text)[0], accessed: { "date-parts": [iso.split("-").map(Number)] } }]);
}
