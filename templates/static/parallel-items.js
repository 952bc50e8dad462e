// The statements of a report as items of a list, as the pages have them: of the rows of its script (duizhao/search/data.py).
window.duizhaoItems = (() => {
  "use strict";
  const said = document.querySelector("[data-parallel]").dataset;
  const edition = said.edition.replace(/index\.html$/, ""); // the folder of this language's pages
  const english = document.documentElement.lang === "en";
  const language = english ? "en" : "zh";

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  // A time as the pages have it: one that is inferred is an element, which says so.
  function time(when) {
    const words = when[language];
    if (!when.inferred) return words;
    return element("span", { class: "inferred", title: said.inferring }, said.inferred.replace("{time}", words));
  }
  // One time, a list of them, or 0 for none.
  function times(stated) {
    if (!stated) return [said.undated];
    return [stated].flat().flatMap((when, n) => [...(n ? [english ? ", " : "、"] : []), time(when)]);
  }
  function answered(id, text, name) {
    const mark = window.duizhaoLater.marksOf(text.marks).find((one) => one.id === name);
    const line = window.duizhaoLater.answer(id, mark);
    return line.length ? [element("p", { class: "answer" }, ...line)] : [];
  }
  // A statement is a row: id, number of the block, kind, themes, start and end within the block in code points, figures,
  // gloss, of what is limited its scope and why it may not be compared, by language, and its times.
  function item(id, text, [name, number, kind, , start, end, , gloss, scope, caution, stated]) {
    const [block, words] = text.blocks[number];
    const letter = element(
      "span",
      { class: "letter", title: said[kind] },
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
      said.semicolon,
      ...times(stated),
      ...(scope?.[language] ? [said.semicolon, scope[language]] : []),
    );
    const unlike = caution?.[language]
      ? [element("p", { class: "unlike" }, element("b", {}, said.refusal), said.colon, caution[language])]
      : [];
    const box = element(
      "div",
      {},
      ...(english ? [element("p", {}, gloss)] : []),
      quote,
      from,
      ...unlike,
      ...answered(id, text, name),
    );
    return element("li", { "data-kind": kind }, letter, box);
  }

  return { element, item };
})();
