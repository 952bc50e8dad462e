// Two reports in parallel: puts the chosen report's statements into its column, from the scripts of its texts, which the
// search reads too (duizhao/search/data.py).
(() => {
  "use strict";
  const { choose, offered, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-parallel]");
  const said = form.dataset;
  const { element, item } = window.duizhaoItems;
  const top = said.top.replace(/index\.html$/, ""); // the site's folder, of which the form names the first page
  const heads = document.querySelectorAll("[data-head]");
  const { both } = form.elements;
  const nothing = document.getElementById("none-shared");
  const rows = [...document.querySelectorAll(".parallel tbody tr")];
  const ORDER = ["target", "task", "result", "situation"];

  const SIDES = ["left", "right"];
  // The report that each side shows; its list says so again where the scripts of another do not come.
  const shown = Object.fromEntries(SIDES.map((side) => [side, atFirst(side)]));
  function atFirst(side) {
    return [...form.elements[side].options].find((option) => option.defaultSelected).value;
  }

  let isLed = true; // until the reader puts themes away
  const loads = new Set();
  // The scripts of a report's text and statements, one after the other, and then what is to be done with them.
  function load(option, then) {
    const missing = ["text.zh", "statements"]
      .map((name) => `reports/${option.value}/${name}.js?v=${option.dataset.version}`)
      .find((path) => !loads.has(path));
    if (!missing) {
      then();
      return;
    }
    const script = document.createElement("script");
    script.src = top + missing;
    script.addEventListener("load", () => {
      loads.add(missing);
      load(option, then);
    });
    script.addEventListener("error", () => {
      script.remove();
      for (const side of SIDES) form.elements[side].value = shown[side];
      part();
    });
    document.head.append(script);
  }
  // Of a report's statements those of which a theme is the main one; of a kind that has none, those that name it further.
  function leading(statements, theme) {
    const led = new Set(statements.filter((row) => row[3][0] === theme).map((row) => row[2]));
    return statements.filter((row) => row[3][0] === theme || (row[3].includes(theme) && !led.has(row[2])));
  }
  function fill(side, index) {
    const select = form.elements[side];
    const option = select.selectedOptions[0];
    const id = option.value;
    load(option, () => {
      if (select.value !== id) return; // another has been chosen since
      shown[side] = id;
      heads[index].textContent = option.textContent;
      const text = window.duizhaoTexts[`${id}/text.zh`];
      const statements = window.duizhaoTexts[`${id}/statements`];
      for (const cell of document.querySelectorAll(`td[data-side="${side}"]`)) {
        const theme = cell.parentNode.dataset.theme;
        const items = leading(statements, theme)
          .sort((one, other) => ORDER.indexOf(one[2]) - ORDER.indexOf(other[2]))
          .map((row) => item(id, text, row));
        const silent = element("p", { class: "silent" }, option.dataset.silent || said.silent);
        cell.replaceChildren(items.length ? element("ul", { class: "says" }, ...items) : silent);
      }
      narrow();
      if (isLed) lead();
    });
  }
  // Leaves the themes of which both speak, where that is asked for, with the ways to them.
  function narrow() {
    const speak = (row) => [...row.querySelectorAll("td")].every((cell) => cell.querySelector(".says"));
    for (const row of rows) {
      row.hidden = both.checked && !speak(row);
      const way = document.querySelector(`.jump a[href="#${row.id}"]`);
      if (way) way.parentNode.hidden = row.hidden;
    }
    nothing.hidden = rows.some((row) => !row.hidden);
    nothing.previousElementSibling.hidden = !nothing.hidden;
    window.duizhaoPick(shown);
  }
  // What one side shows the other does not offer; of an address that asks for the same twice the right gives way.
  function part() {
    const [left, right] = SIDES.map((side) => form.elements[side]);
    const others = [...right.options].filter((option) => option.value !== left.value);
    if (!others.length) return;
    if (right.value === left.value) right.value = (others.find((one) => one.defaultSelected) || others[0]).value;
    for (const option of right.options) option.disabled = option.value === left.value;
    for (const option of left.options) option.disabled = option.value === right.value;
  }
  function read() {
    for (const side of SIDES) choose(form.elements[side]);
    both.checked = offered("both", ["on"]).length > 0;
    part();
    SIDES.forEach((side, index) => {
      if (form.elements[side].value !== shown[side]) fill(side, index);
    });
    narrow();
  }
  SIDES.forEach((side, index) => {
    form.elements[side].addEventListener("change", () => {
      part();
      write({ ...Object.fromEntries(SIDES.map((name) => [name, [form.elements[name].value]])), [`${side}-words`]: [] });
      fill(side, index);
    });
  });
  both.addEventListener("change", ({ detail }) => {
    if (detail !== "led") isLed = false;
    write({ both: both.checked ? ["on"] : [] });
    narrow();
  });
  // A theme that is put away is shown to who goes to it.
  function lead() {
    const row = rows.find((one) => one.hidden && one.id === location.hash.slice(1));
    if (!row) return;
    both.checked = false;
    both.dispatchEvent(new CustomEvent("change", { detail: "led" }));
    row.scrollIntoView();
  }
  window.addEventListener("hashchange", lead);
  form.addEventListener("submit", (event) => event.preventDefault());
  follow(read);
  read();
  lead();
})();
