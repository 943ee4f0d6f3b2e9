// @ts-check
// How to cite the page: where it keeps the facts alone, they are shown in all forms once somebody asks; each form
// gets a button that copies it, and today's date as the day of reading.

/** @param {string} tag @param {(Node | string)[]} inside */
function made(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}

/** @param {string} text @param {Node[]} inside */
const folded = (text, ...inside) => made("details", made("summary", text), ...inside);

/** Show all forms of the facts that a box keeps. @param {HTMLElement} box */
async function fill(box) {
  const { forms, software } = await import("./cite/forms.js");
  const facts = {
    ...JSON.parse(box.dataset.cite ?? "{}"),
    author: document.querySelector(".td-footer__office")?.textContent ?? "",
    container: document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "",
    url: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "",
  };
  const coded = software(facts);
  const known = document.querySelector('link[rel="alternate"][type="application/json"]'); // an earlier version has none
  if (known) coded.push(["Thẻ để nhúng vào trang khác", frame(facts)]);
  box.append(
    made("dl", ...forms(facts).flatMap(([label, text]) => [made("dt", label), made("dd", text)])),
    folded(
      "Cho phần mềm: tệp trích dẫn, mã nhúng",
      made("dl", ...coded.flatMap(([label, text]) => [made("dt", label), made("dd", made("pre", text))])),
    ),
  );
}

/** What shows the page's card on another site. @param {{ url: string, title: string, status: string }} facts */
function frame({ url, title, status }) {
  const element = document.createElement("iframe");
  const site = new URL("../../../../../", url); // year, issuer, decision and honour lie between
  const told = status ? `${title} – ${status}` : title;
  const facts = { src: `${site}embed/?${url.slice(site.href.length)}`, width: "480", height: "320", title: told, loading: "lazy" };
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  Object.assign(element.style, { maxWidth: "100%", border: "0px" }); // the page's own policy lets no attribute do this
  return element.outerHTML;
}

/** @param {Element} form @returns {Promise<boolean>} */
async function copied(form) {
  try {
    await navigator.clipboard.writeText(form.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(form); // a page without https may only mark it
    return false;
  }
}

/** @param {Element} row @param {Element} told @param {(label: string, text: string) => string} dated */
function complete(row, told, dated) {
  const form = row.querySelector("pre") ?? row;
  const name = row.previousElementSibling;
  const label = name?.textContent ?? "";
  form.textContent = dated(label, form.textContent ?? "");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Sao chép";
  button.setAttribute("aria-label", `Sao chép: ${label}`);
  button.addEventListener("click", async () => {
    const words = (await copied(form)) ? "Đã sao chép" : "Đã chọn, nhấn Ctrl+C";
    button.textContent = words;
    told.textContent = `${words}: ${label}`;
  });
  name?.append(button);
}

/** Give each form of a box the day of reading and its button. @param {HTMLElement} box */
async function finish(box) {
  const { read } = await import("./cite/forms.js");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, "0")).join("-");
  const told = made("p");
  told.className = "td-hidden";
  told.setAttribute("role", "status");
  box.append(told);
  for (const row of box.querySelectorAll("dd")) complete(row, told, (label, text) => read(label, text, today));
}

/** @param {HTMLDetailsElement} box */
async function open(box) {
  if (box.dataset.cite) await fill(box);
  await finish(box);
}

for (const box of document.querySelectorAll("details.td-cite")) {
  if (!(box instanceof HTMLDetailsElement)) continue;
  if (box.dataset.cite) box.append(made("summary", "Trích dẫn"));
  if (box.open) open(box);
  else box.addEventListener("toggle", () => open(box), { once: true });
}
