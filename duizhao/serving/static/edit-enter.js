// The form of a follow-up that nobody proposed: a promise of an earlier report, the later words, and what became of it.
window.duizhaoEditEnter = (() => {
  "use strict";
  const { made } = window.duizhaoServed;
  const words = window.duizhaoEditEntryWords;
  const { codesOf, called, because_en: inEnglish, because_zh: inChinese } = window.duizhaoEditWords;
  const { choice } = window.duizhaoEditFigures;
  const { about } = window.duizhaoEditCard;
  const { finder } = window.duizhaoEditFind;
  const { promiseOf } = window.duizhaoEditLink;
  const forms = new WeakMap(); // what a form knows: the promise, and the later words by their rows

  const isSame = (one, other) =>
    ["name", "report", "quote", "prefix"].every((key) => (one[key] || "") === (other[key] || ""));

  function labelled(name, text, control, value = "") {
    Object.assign(control, { name, value });
    return made("label", {}, made("span", { textContent: text }), control);
  }

  // Rows are numbered as they stand, so that a field that is wrong is found by its name.
  function number(list) {
    [...list.children].forEach((row, at) => {
      for (const field of row.querySelectorAll("[data-key]")) field.name = `l${at}.${field.dataset.key}`;
    });
  }

  function add(form, item) {
    const own = forms.get(form);
    if ([...own.list.children].some((row) => isSame(own.rows.get(row), item))) return;
    const named = about(item) || words.unmarked;
    const row = made("div", { className: "edit-later", role: "group", ariaLabel: named });
    const gone = made("button", { type: "button", className: "edit-button", textContent: words.take });
    gone.ariaLabel = `${words.take}: ${item.quote}`;
    gone.addEventListener("click", () => {
      row.remove();
      number(own.list);
      own.later.focus();
    });
    row.append(made("small", {}, named), gone);
    row.append(made("blockquote", { lang: "zh-Hans", textContent: item.quote }));
    if (!item.name && own.hasEnglish) {
      const area = labelled("", words.en, made("textarea", { rows: 2, lang: "en" }), item.en);
      area.querySelector("textarea").dataset.key = "en";
      row.append(area);
    }
    own.rows.set(row, item);
    own.list.append(row);
    number(own.list);
  }

  // Of a promise that has an entry the form says what that says, where nobody has typed anything else.
  function choose(form, promise) {
    const own = forms.get(form);
    const { entry } = promise;
    const was = own.filled;
    own.filled = entry
      ? { evidence: entry.evidence, because_zh: entry.because.zh || "", because_en: entry.because.en || "" }
      : {};
    own.filled.searched = entry ? entry.searched.join("、") : "";
    for (const [name, value] of Object.entries({ evidence: "", because_zh: "", because_en: "", ...own.filled })) {
      const field = form.elements[name];
      if (field && field.value === (was[name] || "")) field.value = value;
    }
    for (const row of own.list.children) if (own.rows.get(row).before) row.remove();
    for (const item of entry ? entry.later : []) add(form, { ...item, before: true });
    number(own.list);
    own.promise = promise;
    form.elements.promise.value = promise.name;
    const told = entry && [words.written, called("outcome", entry.evidence), words.anew].join(" · ");
    own.shown.replaceChildren(
      promiseOf({ promise }),
      ...(told ? [made("p", { className: "edit-first", textContent: told })] : []),
    );
    showSearched(form);
    (own.list.children.length ? form.elements.evidence : own.later).focus();
  }

  function showSearched(form) {
    const { evidence, searched } = form.elements;
    searched.closest("label").hidden = evidence.value !== "not-found" && !searched.value;
  }

  function fill(form, told, item) {
    const list = made("div", { className: "edit-laters" });
    const shown = made("div", { className: "edit-pair" });
    const near = () =>
      [...list.querySelectorAll("blockquote")]
        .map((one) => one.textContent)
        .join("")
        .slice(0, 300);
    const later = finder(
      "later",
      () => ({ what: "later", near: forms.get(form).promise ? forms.get(form).promise.quote : "" }),
      (row) => {
        add(form, row);
        later.input.value = "";
      },
    );
    const promise = finder(
      "promise",
      () => ({ what: "promise", near: near() }),
      (row) => choose(form, row),
    );
    const hasEnglish = told.languages.includes("en");
    forms.set(form, { list, shown, later: later.input, hasEnglish, rows: new WeakMap(), filled: {}, promise: null });
    const outcome = choice([["", ""], ...codesOf("outcome")]);
    outcome.addEventListener("change", () => showSearched(form));
    const searched = made("input", { type: "text", lang: "zh-Hans", placeholder: words.between, autocomplete: "off" });
    form.append(
      made("fieldset", {}, promise.node, shown),
      made("fieldset", {}, later.node, list),
      labelled("evidence", words.outcome, outcome),
      labelled("searched", words.searched, searched),
      labelled("because_zh", inChinese, made("textarea", { rows: 2, lang: "zh-Hans" })),
      ...(hasEnglish ? [labelled("because_en", inEnglish, made("textarea", { rows: 2, lang: "en" }))] : []),
    );
    showSearched(form);
    for (const row of item.later) add(form, row);
    if (item.promise) choose(form, item.promise);
  }

  // What the form says; what was typed to be looked for and names nothing is told with `unfinished`.
  function saidIn(form) {
    const own = forms.get(form);
    const names = ["promise", "evidence", "searched", "because_zh", "because_en"];
    const found = names.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]);
    const rows = [...own.list.children].flatMap((row, at) => {
      const { name, report, quote, prefix, suffix, en } = own.rows.get(row);
      const area = row.querySelector("textarea");
      const keys = name ? { name, quote } : { report, quote, prefix, suffix, en: area ? area.value : en };
      return Object.entries(keys).map(([key, value]) => [`l${at}.${key}`, value || ""]);
    });
    const isChosen = own.promise && own.promise.name === form.elements.promise.value.trim();
    const { seen, quote } = isChosen ? own.promise : { seen: "", quote: "" };
    return Object.fromEntries([
      ...found,
      ...rows,
      ["seen", seen],
      ["promise.quote", quote],
      ["count", own.list.children.length],
    ]);
  }

  const unfinished = (form) => (form.elements.later.value.trim() ? words.unfinished : "");

  return { fill, add, saidIn, unfinished };
})();
