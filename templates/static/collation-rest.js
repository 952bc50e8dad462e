// The rows that the page of a long collation table leaves out: they come in one script, as soon as the reader begins to do
// anything, or when they are asked for, and stand folded. Until then a line in their fold leads to a page that has them.
window.duizhaoRest = (() => {
  "use strict";
  const table = document.getElementById("table");
  // What each group has of all its rows.
  const groups = Array.from(table.querySelectorAll(".state-group"), (group) => {
    const count = group.querySelector("summary .num");
    const rows = [...group.querySelectorAll("tr.item")];
    return { group, rows, count, all: Number(count.textContent.replaceAll(",", "")), opened: group.open };
  });

  // The links of rows are written as those of their text's own page; this one may lie elsewhere.
  function rowsOf(html, address) {
    const made = new DOMParser().parseFromString(`<table><tbody>${html}</tbody></table>`, "text/html");
    for (const link of made.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href");
      if (!href.startsWith("#")) link.href = new URL(href, address).href;
    }
    return [...made.querySelectorAll("tr.item")].map((row) => document.adoptNode(row));
  }
  function take({ group, rows }, html, address) {
    const made = rowsOf(html, address);
    const fold = group.querySelector(".coming");
    const sheet = fold.querySelector("table");
    for (const row of made)
      for (const { id } of [row, ...row.querySelectorAll("[id]")]) {
        const mark = document.getElementById(id);
        if (mark) mark.removeAttribute("id");
      }
    const rest = fold.querySelector(".rest");
    if (rest.id) sheet.id = rest.id;
    sheet.hidden = false;
    rest.remove();
    fold.classList.remove("coming");
    rows.push(...made);
    sheet.tBodies[0].append(...made);
    if (sheet.querySelector(".inferred")) document.getElementById("main").toggleAttribute("data-inferred", true);
  }
  let asked;
  const isWhole = () => groups.every(({ rows, all }) => rows.length === all);
  // A promise of the whole table; what cannot be had now is asked for again the next time.
  function whole() {
    if (isWhole()) return Promise.resolve();
    asked ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = table.dataset.rest;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        asked = undefined;
        resolve();
      });
      document.head.append(script);
    });
    return asked;
  }
  document.addEventListener("duizhao-rest", ({ detail }) => {
    const address = new URL(table.dataset.rest, location.href);
    for (const one of groups)
      if (one.group.dataset.state in detail) take(one, detail[one.group.dataset.state], address);
    document.dispatchEvent(new Event("duizhao-rows"));
  });
  // On paper the rows of a group are one table, whose head stands on each page once.
  let lent = [];
  window.addEventListener("beforeprint", () => {
    for (const { group } of groups) {
      const [all, ...others] = Array.from(group.querySelectorAll("table"), ({ tBodies }) => tBodies[0]);
      lent.push(...others.map((body) => ({ body, rows: [...body.rows] })));
      for (const body of others) all.append(...body.rows);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const { body, rows } of lent) body.append(...rows);
    lent = [];
  });
  // A browser says where a pointer rests whenever a page is laid out below it, which is no act of a reader.
  function begin({ type, movementX, movementY }) {
    if (type === "pointermove" && !movementX && !movementY) return;
    window.removeEventListener(type, begin);
    whole();
  }
  for (const sign of ["pointermove", "pointerdown", "keydown", "touchstart", "scroll", "click", "beforeprint"])
    window.addEventListener(sign, begin, { passive: true });
  return { groups, isWhole, whole };
})();
