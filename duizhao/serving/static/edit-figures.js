// The figures of a statement in its form: each as the parser reads it, a field for every key, rows added and taken away.
window.duizhaoEditFigures = (() => {
  "use strict";
  const { made, chinese } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const NAMES = ["figure", "value", "upper", "unit", "operator", "aspect", "indicator", "time", "basis"];

  // A choice among codes, each with its name; the empty one is none of them.
  function choice(codes) {
    return made("select", {}, ...codes.map(([value, textContent]) => made("option", { value, textContent })));
  }

  const coded = (kind) => () => choice([["", ""], ...words.codesOf(kind)]);
  const controls = {
    operator: coded("operator"),
    aspect: coded("aspect"),
    basis: coded("basis"),
    indicator: () => {
      const input = made("input", { type: "text", autocomplete: "off" });
      input.setAttribute("list", "edit-indicators");
      return input;
    },
  };

  // Rows are numbered as they stand, so that a field that is wrong is found by its name.
  function number(list) {
    [...list.children].forEach((row, at) => {
      for (const field of row.querySelectorAll("[data-key]")) field.name = `m${at}.${field.dataset.key}`;
    });
  }

  function rowOf(measure, list) {
    const row = made("div", { className: "edit-figure", role: "group" });
    for (const name of NAMES) {
      const make = controls[name] || (() => made("input", { type: "text", autocomplete: "off" }));
      const field = Object.assign(make(), { value: measure[name] || "" });
      field.dataset.key = name;
      if (name === "figure" || name === "unit") field.lang = "zh-Hans";
      row.append(made("label", {}, made("span", { textContent: words.fields[name] }), field));
    }
    const gone = made("button", { type: "button", className: "edit-button", textContent: words.take });
    gone.addEventListener("click", () => {
      row.remove();
      number(list);
      list.parentElement.querySelector(":scope > .edit-button").focus();
    });
    row.append(gone);
    return row;
  }

  function figuresOf(told, measures) {
    const list = made("div", { className: "edit-figures" });
    list.append(...measures.map((one) => rowOf(one, list)));
    number(list);
    const known = Object.entries(told.indicators);
    const names = made("datalist", { id: "edit-indicators" });
    names.append(...known.map(([value, name]) => made("option", { value, label: name[chinese ? "zh" : "en"] })));
    const more = made("button", { type: "button", className: "edit-button", textContent: words.more });
    more.addEventListener("click", () => {
      list.append(rowOf({}, list));
      number(list);
      list.lastElementChild.querySelector("[data-key]").focus();
    });
    return made("fieldset", {}, made("legend", { textContent: words.measures }), list, more, names);
  }

  // What the rows say, where it is something else than was read: all of them, since the server takes them as a whole.
  function said(form, measures) {
    const rows = [...form.querySelectorAll(".edit-figure")].map((row) => [...row.querySelectorAll("[data-key]")]);
    const isAsRead = (field, at) => field.value.trim() === ((measures[at] || {})[field.dataset.key] || "");
    const isSame = rows.length === measures.length && rows.every((row, at) => row.every((one) => isAsRead(one, at)));
    if (isSame) return {};
    return Object.fromEntries([["measures", rows.length], ...rows.flat().map(({ name, value }) => [name, value])]);
  }

  return { figuresOf, said, choice };
})();
