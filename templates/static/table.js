// The table of targets: filters and the order of its rows, which live in the address; sorting by the head of a column.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-table]");
  const table = document.getElementById(form.dataset.table);
  const nothing = document.getElementById("nothing-left");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const status = form.querySelector("[data-count]");
  const selects = [...form.querySelectorAll("select")];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  // What the address calls the orders: a column by its number, with a minus from the last to the first.
  const orders = heads.flatMap((_, index) => [String(index + 1), String(-index - 1)]);

  function apply() {
    // A row may have several values of one filter, as a target that falls due in two years.
    const lacks = (row, name, value) => !row.dataset[name].split(" ").includes(value);
    for (const row of rows) row.hidden = selects.some(({ name, value }) => value && lacks(row, name, value));
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = status.dataset.count.replace("{n}", shown);
    table.hidden = !shown;
    nothing.hidden = shown > 0;
  }
  function remember() {
    write(Object.fromEntries(selects.map(({ name, value }) => [name, value ? [value] : []])));
    apply();
  }
  function sort(index, down) {
    function key(row) {
      const cell = row.cells[index];
      return "sort" in cell.dataset ? cell.dataset.sort : cell.textContent.trim();
    }
    // What has nothing to be sorted by stands last, whichever way.
    const compared = (a, b) => !a - !b || order.compare(a, b) * (down ? -1 : 1);
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[index].setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...[...rows].sort((a, b) => compared(key(a), key(b))));
  }
  function read() {
    selects.forEach(choose);
    apply();
    const [asked] = offered("sort", orders);
    if (asked) sort(Math.abs(asked) - 1, asked < 0);
    else {
      for (const head of heads) head.removeAttribute("aria-sort");
      body.append(...rows);
    }
  }

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      sort(index, down);
      write({ sort: [orders[2 * index + Number(down)]] });
    });
  });
  form.addEventListener("change", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    for (const select of selects) select.value = "";
    remember();
    selects[0].focus();
  });
  follow(read);
  read();
})();
