// The overview of the comparison: addresses of the time when it held all sentences lead on to those of their theme, and a
// choice of districts goes along with whoever goes there.
(() => {
  "use strict";
  // The row of a theme by its id or one that it had before; what else an address may hold is none.
  const rowOf = (id) =>
    id &&
    [...document.querySelectorAll("tr[data-theme]")].find((row) =>
      [row.id, ...row.dataset.theme.split(" ")].includes(id),
    );
  function lead() {
    const query = new URLSearchParams(location.search);
    const row = rowOf(query.get("theme") || location.hash.slice(1));
    if (!row) return;
    query.delete("theme");
    const there = new URL(row.querySelector("th a").href);
    there.search = String(query).replaceAll("%2C", ",");
    location.replace(there);
  }
  document.querySelector(".overview").addEventListener("click", (event) => {
    const link = event.target.closest("tr[data-theme] :is(th a, .mark, .earlier)");
    if (link) link.search = location.search;
  });
  window.addEventListener("hashchange", lead);
  lead();
})();
