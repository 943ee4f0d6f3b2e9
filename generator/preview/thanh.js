// Follows the preview: when it was built anew, the page is loaded anew, and stays where it was read.
(() => {
  const bar = document.getElementById("tx-bar");
  const work = bar.querySelector(".tx-work");
  const details = bar.querySelector("details");
  const kept = sessionStorage.getItem("tx-open");
  if (kept && !bar.querySelector(".tx-count--wrong")) details.open = kept === "1";
  details.addEventListener("toggle", () => sessionStorage.setItem("tx-open", details.open ? "1" : "0"));
  const look = async () => {
    try {
      const answer = await fetch(`${bar.dataset.own}trang-thai.json`, { cache: "no-store" });
      const state = await answer.json();
      if (String(state.version) !== bar.dataset.version) return location.reload();
      work.textContent = state.building ? "Đang dựng lại…" : "";
    } catch {
      work.textContent = "Đã dừng xem trước; mở lại bằng tuyenduong preview.";
    }
    setTimeout(look, 700);
  };
  look();
})();
