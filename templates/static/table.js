// The table of targets: filters that live in the address, and sorting by the head of a column.
(() => {
  "use strict";
  const form = document.querySelector("[data-table]");
  const table = document.getElementById(form.dataset.table);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const address = new URLSearchParams(location.search);
  const status = form.querySelector("[data-count]");
  const selects = [...form.querySelectorAll("select")];

  function apply() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = selects.some((select) => select.value && !(row.dataset[select.name] || "").includes(select.value));
      if (!row.hidden) shown += 1;
    }
    status.textContent = status.dataset.count.replace("{n}", shown);
  }
  for (const select of selects) if (address.get(select.name)) select.value = address.get(select.name);
  form.addEventListener("change", () => {
    apply();
    const query = new URLSearchParams();
    for (const select of selects) if (select.value) query.set(select.name, select.value);
    history.replaceState(null, "", String(query) ? `?${query}` : location.pathname);
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  function sort(index, down) {
    const key = (row) => row.cells[index].dataset.sort || row.cells[index].textContent.trim();
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    body.append(...[...rows].sort((a, b) => order.compare(key(a), key(b)) * (down ? -1 : 1)));
  }
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(index, down);
    });
  });
  apply();
})();
