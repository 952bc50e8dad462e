// Two reports in parallel: puts the chosen report's statements into its column, from the scripts of its texts, which the
// search reads too (duizhao/search/data.py).
(() => {
  "use strict";
  const { choose, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-parallel]");
  const said = form.dataset;
  // The folders of the site and of this language's pages, of which the form names the first page.
  const top = said.top.replace(/index\.html$/, "");
  const edition = said.edition.replace(/index\.html$/, "");
  const heads = document.querySelectorAll("[data-head]");
  const english = document.documentElement.lang === "en";

  const SIDES = ["left", "right"];
  // The report that each side shows; its list says so again where the scripts of another do not come.
  const shown = Object.fromEntries(SIDES.map((side) => [side, atFirst(side)]));
  function atFirst(side) {
    return [...form.elements[side].options].find((option) => option.defaultSelected).value;
  }

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
    });
    document.head.append(script);
  }
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  // A statement is a row: id, number of the block, kind, themes, start and end within the block in code points, figures,
  // gloss, and of what is limited its scope and why it may not be compared, by language.
  function item(id, text, [name, number, kind, , start, end, , gloss, scope, caution]) {
    const [block, words] = text.blocks[number];
    const language = english ? "en" : "zh";
    const letter = element(
      "span",
      { class: "letter", title: said[kind] },
      element("span", { "aria-hidden": "true", class: "sign" }),
      element("span", { class: "away" }, said[kind] + said.colon),
    );
    const href = `${edition}reports/${id}/index.html#${name}`;
    const link = element("a", { href }, [...words].slice(start, end).join(""));
    const quote = element("p", { class: english ? "quote" : "quote lead", lang: "zh-Hans", translate: "no" }, link);
    const source = { district: text.district[language], report: text.title[language], block: block.slice(1) };
    const from = element(
      "p",
      { class: "from" },
      said.source.replace(/\{(\w+)\}/g, (_, key) => source[key]),
      ...(scope?.[language] ? [said.semicolon, scope[language]] : []),
    );
    const unlike = caution?.[language]
      ? [element("p", { class: "unlike" }, element("b", {}, said.refusal), said.colon, caution[language])]
      : [];
    const box = element("div", {}, ...(english ? [element("p", {}, gloss)] : []), quote, from, ...unlike);
    return element("li", { "data-kind": kind }, letter, box);
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
        const items = statements.filter((row) => row[3][0] === theme).map((row) => item(id, text, row));
        const silent = element("p", { class: "silent" }, option.dataset.silent || said.silent);
        cell.replaceChildren(items.length ? element("ul", { class: "says" }, ...items) : silent);
      }
    });
  }
  function read() {
    SIDES.forEach((side, index) => {
      choose(form.elements[side]);
      if (form.elements[side].value !== shown[side]) fill(side, index);
    });
  }
  SIDES.forEach((side, index) => {
    form.elements[side].addEventListener("change", () => {
      fill(side, index);
      write(Object.fromEntries(SIDES.map((name) => [name, [form.elements[name].value]])));
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  follow(read);
  read();
})();
