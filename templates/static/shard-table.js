// A table of the latest rows of a list in parts: filters and the heads of its columns go through the rows of all parts,
// which come when they are first asked for. What is chosen lives in the address.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const { rowsOf, drawn } = window.duizhaoShards;
  const AT_ONCE = 100;
  const form = document.querySelector("[data-table]");
  const table = document.getElementById(form.dataset.table);
  const nothing = document.getElementById("nothing-left");
  const more = document.getElementById("more-rows");
  const body = table.tBodies[0];
  const latest = [...body.rows];
  const heads = "unsorted" in form.dataset ? [] : [...table.tHead.rows[0].cells];
  const status = form.querySelector("[role=status]");
  const selects = [...form.querySelectorAll("select")];
  // Where the first filter is by district, a district's rows lie below its name.
  const district = selects.find(({ name }) => name === "district");
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const orders = heads.flatMap((_, index) => [String(index + 1), String(-index - 1)]);
  const words = { ...form.dataset, more: more.textContent, again: more.dataset.again };
  const places = new Map();
  let sorting = 0; // a column by its number, from 1, below zero from the last to the first
  let found = [];
  let turn = 0;

  function say(word, shown) {
    status.textContent = words[word]
      .replace("{n}", found.length.toLocaleString("en"))
      .replace("{shown}", shown.toLocaleString("en"));
  }
  function show(count) {
    const shown = found.slice(0, count);
    body.append(...drawn(shown.slice(body.rows.length)));
    more.textContent = words.more;
    more.hidden = shown.length === found.length;
    say(more.hidden ? "found" : "first", shown.length);
  }
  function whole() {
    body.replaceChildren(...latest);
    table.hidden = false;
    nothing.hidden = true;
    more.hidden = true;
    status.textContent = "";
  }
  // The places of the values of a column, each found once, however many rows have it and however often it is asked for.
  function placesIn(rows, column) {
    const name = `${district ? district.value : ""} ${column}`;
    if (!places.has(name)) {
      const values = [...new Set(rows.map(({ keys }) => keys[column]))].sort(order.compare);
      places.set(name, new Map(values.map((value, place) => [value, place])));
    }
    return places.get(name);
  }
  // What has nothing to be sorted by stands last, whichever way.
  function inOrder(left, rows) {
    if (!sorting) return left;
    const column = Math.abs(sorting) - 1;
    const way = Math.sign(sorting);
    const of = placesIn(rows, column);
    const placed = left.map((row) => [row.keys[column] ? of.get(row.keys[column]) * way : Infinity, row]);
    placed.sort(([a], [b]) => (a === b ? 0 : a - b));
    return placed.map(([, row]) => row);
  }
  function take(rows) {
    const asked = selects.map(({ value }) => value);
    const offset = rows.length ? rows[0].values.length - asked.length : 0; // filters that this page has no need of
    // A row may have several values of one filter, as a target that falls due in two years.
    const has = (held, value) => held === value || held.split(" ").includes(value);
    const left = rows.filter(({ values }) => asked.every((value, at) => !value || has(values[at + offset], value)));
    found = inOrder(left, rows);
    body.replaceChildren();
    table.hidden = !found.length;
    nothing.hidden = found.length > 0;
    show(AT_ONCE);
    const place = document.getElementById(location.hash.slice(1));
    if (body.contains(place)) place.scrollIntoView();
  }
  function failed() {
    status.textContent = words.failed;
    more.textContent = words.again;
    more.hidden = false;
    found = [];
  }
  function apply() {
    turn += 1;
    const own = turn;
    for (const [index, head] of heads.entries()) {
      if (Math.abs(sorting) === index + 1) head.setAttribute("aria-sort", sorting > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
    if (!sorting && selects.every(({ value }) => !value)) {
      whole();
      return;
    }
    status.textContent = words.loading;
    rowsOf(district ? district.value : "").then(
      (rows) => own === turn && take(rows),
      () => own === turn && failed(),
    );
  }
  function remember() {
    write(Object.fromEntries(selects.map(({ name, value }) => [name, value ? [value] : []])));
    apply();
  }
  function read() {
    selects.forEach(choose);
    sorting = Number(offered("sort", orders)[0] || 0);
    apply();
  }

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      sorting = sorting === index + 1 ? -sorting : index + 1;
      write({ sort: [String(sorting)] });
      apply();
    });
  });
  // Who points at the heads, or is about to choose what all parts are looked through for, has the rows on their way.
  const ahead = () => rowsOf(district ? district.value : "").catch(() => {});
  if (heads.length) table.tHead.addEventListener("pointerover", ahead, { once: true });
  for (const select of selects) if (select !== district) select.addEventListener("focus", ahead, { once: true });
  more.addEventListener("click", () => {
    if (found.length) show(body.rows.length + AT_ONCE);
    else apply();
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
