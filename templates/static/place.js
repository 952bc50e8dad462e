// The other language opens at the row or the list that is read: what these are called is the same in every language.
(() => {
  "use strict";
  const NEAR = 48; // what begins so close below is read, too
  // Where the address of a row leads elsewhere, its head is the place.
  const PLACES = "main :is(tr:not(:has(> th[id])), tbody th, .says > li)[id]";
  // How far a row begins below where a link to it would leave it: under the heads that stay in view.
  function below(row) {
    const heads = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return row.getBoundingClientRect().top - heads - parseFloat(getComputedStyle(row).scrollMarginTop);
  }
  function read() {
    // What is folded has a place on the page all the same, where nothing of it is seen.
    const isShown = (row) => row.offsetParent && !row.closest("details:not([open])");
    const shown = [...document.querySelectorAll(PLACES)].filter(isShown);
    const rows = shown.map((row) => ({ row, at: below(row) }));
    // At the head of a page nothing is read yet.
    if (!rows.length || rows[0].at > window.innerHeight / 2) return undefined;
    // What began last is read; where nothing has begun, what comes first.
    const begun = rows.filter(({ at }) => at < NEAR).sort((one, other) => one.at - other.at);
    return (begun.at(-1) || rows[0]).row;
  }
  document.addEventListener("lead-on", ({ detail: link }) => {
    const row = read();
    if (row) link.hash = row.id;
    else if (window.scrollY === 0) link.hash = "";
  });
})();
