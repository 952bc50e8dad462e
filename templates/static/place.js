// The other language opens at the row that is read: what the rows of a page are called is the same in every language.
(() => {
  "use strict";
  const height = (name) => {
    const one = document.querySelector(name);
    return one ? one.getBoundingClientRect().height : 0;
  };
  // What stands under the heads that stay in view is not read.
  const stuck = () => height(".masthead") + height(".state-filters") + height("main thead");
  function read() {
    const rows = [...document.querySelectorAll("main tr[id]")].filter((row) => row.offsetParent);
    // At the head of a page nothing is read yet.
    if (!rows.length || rows[0].getBoundingClientRect().top > window.innerHeight / 2) return undefined;
    const top = stuck() + 48;
    return rows.find((row) => row.getBoundingClientRect().bottom > top);
  }
  for (const link of document.querySelectorAll(".other-language"))
    link.addEventListener("click", () => {
      const row = read();
      if (row) link.hash = row.id;
      else if (window.scrollY === 0) link.hash = "";
    });
})();
