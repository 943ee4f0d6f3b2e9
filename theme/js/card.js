// @ts-check
// The card of an honour, drawn from its own data: the address says whose, `?vinh-danh/2023/…/5/`.

const STATES = /** @type {Record<string, string>} */ ({ cancelled: "Đã bị hủy bỏ", stripped: "Đã bị tước" });

/** @param {string} tag @param {string} name @param {(Node | string)[]} inside */
function made(tag, name, ...inside) {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...inside);
  return element;
}

/** @param {string} iso */
function written(iso) {
  const [year, month, day] = iso.split("-");
  return day ? `${day}/${month}/${year}` : month ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
}

/** The version, and since when a later one stands. @param {Record<string, any>} facts */
function edition({ version, updated }) {
  const on = updated.length > 7 ? "ngày " : "";
  return `phiên bản ${version}${version > 1 ? `, cập nhật ${on}${written(updated)}` : ""}`;
}

/** @param {Element} card @param {Record<string, any>} facts */
function draw(card, facts) {
  const gone = STATES[facts.status];
  const label = made("p", "te-label", "Lượt khen thưởng ");
  if (facts.illustrative) label.append(made("strong", "", "Dữ liệu minh họa"));
  const link = made("a", "", facts.name);
  for (const [name, value] of [["href", facts.url], ["target", "_blank"], ["rel", "noopener"]]) link.setAttribute(name, value);
  const award = facts.posthumous ? `${facts.award_name} (truy tặng)` : facts.award_name;
  const act = [facts.decision_label, facts.issuer_name, written(facts.date)].filter((part, place, all) => place < 2 || !all[0].includes(part));
  const source = `${act.join(", ")}. ${card.getAttribute("data-register")}, ${edition(facts)}.`;
  card.replaceChildren(label, made("h1", "te-name", link), made("p", "te-line", award), made("p", "te-source", source));
  if (!gone) return;
  const status = made("p", "te-status", facts.status_paper ? `${gone} theo ${facts.status_paper}` : gone);
  status.setAttribute("role", "status");
  card.classList.add("te-card--gone");
  label.after(status);
}

const path = location.search.slice(1);
const card = document.querySelector(".te-card");
if (card && /^(?:[a-z0-9-]+\/)+$/.test(path)) {
  const line = card.querySelector(".te-line");
  if (line) line.textContent = "Đang mở…";
  try {
    const answer = await fetch(`../${path}index.json`, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    draw(card, await answer.json());
  } catch {
    if (line) line.textContent = "Không mở được lượt khen thưởng này; xin tra cứu tại sổ.";
  }
}
